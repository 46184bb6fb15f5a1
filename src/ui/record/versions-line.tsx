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

/** Above everything else on a record's page: which of its fields have two versions, the first of them one tap away. */
export const VersionsLine = ({ type, row }: { type: RecordType; row: AnyRow }) => {
  const { speech } = useApp()
  const words = useWords(versionWords)
  const names = doubleFields(row)
  const [first] = names
  if (first === undefined) return null
  return (
    <button type="button" class={style.jump} onClick={() => goTo(first)}>
      {words.toSettle} <span>{names.map((name) => speech.field(type, name)).join(', ')}</span>
    </button>
  )
}
