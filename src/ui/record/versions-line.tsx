import type { AnyRow, RecordType } from '../../domain/record.ts'
import { versions as versionWords } from '../../i18n/fr/versions.ts'
import { useApp, useWords } from '../app/app-context.ts'
import style from './field-versions.module.css'
import { doubleFields, versionsId } from './field-versions.tsx'

const goTo = (name: string) => {
  const place = document.getElementById(versionsId(name))
  place?.scrollIntoView({ block: 'center' })
  place?.focus({ preventScroll: true })
}

/** Above everything else on a record's page: which of its fields have two versions, each one tap away. */
export const VersionsLine = ({ type, row }: { type: RecordType; row: AnyRow }) => {
  const { speech } = useApp()
  const words = useWords(versionWords)
  const names = doubleFields(row)
  if (names.length === 0) return null
  return (
    <p class={style.jump}>
      {words.toSettle}
      {names.map((name) => (
        <button key={name} type="button" onClick={() => goTo(name)}>
          {speech.field(type, name)}
        </button>
      ))}
    </p>
  )
}
