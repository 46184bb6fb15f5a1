import { useState } from 'preact/hooks'
import type { RecordType } from '../../domain/record.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { record as recordWords } from '../../i18n/fr/record.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLocation } from '../app/location.tsx'
import { Empty, Page } from '../parts/page.tsx'
import { newPath, rowPath } from '../paths.ts'
import type { TypedValues } from './face.ts'
import { homeOfType } from './home-of-type.ts'
import { RecordForm } from './record-form.tsx'
import style from './record-page.module.css'
import { startingValues } from './starting-values.ts'
import { isSame } from './typed.ts'
import { useFormDraft } from './use-form-draft.ts'

/** A new record of any type; the address may fill some of its fields beforehand. */
export const RecordFormPage = ({ table }: { table: string }) => {
  const { space } = useApp()
  const app = useWords(appWords)
  const type = space.catalog[table]
  if (type && !type.small) return <NewRecord type={type} />
  return (
    <Empty>
      <p>{app.notFound}</p>
      <a href="/">{app.goHome}</a>
    </Empty>
  )
}

const NewRecord = ({ type }: { type: RecordType }) => {
  const { space, speech } = useApp()
  const words = useWords(recordWords)
  const { query, route } = useLocation()
  const [given] = useState(query)
  const [start] = useState(() => startingValues(type, space, given))
  const filled = Object.keys(given).filter((name) => type.fields[name])
  const draft = useFormDraft({
    form: `new/${type.table}`,
    path: newPath(space.catalog, type.table),
    suits: (values: TypedValues) => filled.every((name) => isSame(values[name], start[name])),
  })
  const home = homeOfType(space.catalog, type)
  const names = Object.keys(type.fields).filter((name) => name in start && !type.fields[name]?.quiet)
  return (
    <Page title={speech.label(type)} back={home}>
      <p class={style.summary}>{words.newRecord}</p>
      {draft && (
        <RecordForm
          type={type}
          names={names}
          start={start}
          draft={draft}
          done={(id) => route(rowPath(space.catalog, type.table, id), true)}
          cancelled={() => route(home, true)}
        />
      )}
    </Page>
  )
}
