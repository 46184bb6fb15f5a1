import { useEffect, useRef, useState } from 'preact/hooks'
import type { RecordType } from '../../domain/record.ts'
import { dayOf } from '../../i18n/dates.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { record as recordWords } from '../../i18n/fr/record.ts'
import { eventOfTheDay } from '../../store/event-of-the-day.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLocation } from '../app/location.tsx'
import { wayBack } from '../begun-from.ts'
import { Empty, Page } from '../parts/page.tsx'
import { rowPath } from '../paths.ts'
import type { TypedValues } from './face.ts'
import { homeOfType } from './home-of-type.ts'
import { RecordForm } from './record-form.tsx'
import style from './record-page.module.css'
import { startingValues } from './starting-values.ts'
import { isSame, oneOf } from './typed.ts'
import { useFormDraft } from './use-form-draft.ts'

/** Where one stands as a form is opened; undefined until it was looked for. A form that could not learn it opens all the same. */
const useStanding = (): { event?: string | undefined } | undefined => {
  const { space } = useApp()
  const [standing, setStanding] = useState<{ event?: string | undefined }>()
  useEffect(() => {
    eventOfTheDay(space, dayOf(space.now())).then(
      (event) => setStanding({ event: event?.id }),
      () => setStanding({}),
    )
  }, [space])
  return standing
}

/** A new record of any type; the address may fill some of its fields beforehand. */
export const RecordFormPage = ({ table }: { table: string }) => {
  const { space } = useApp()
  const app = useWords(appWords)
  const type = space.catalog[table]
  const { query } = useLocation()
  const standing = useStanding()
  // Another draft, or none, is another form; that this one's address came to tell its draft changes nothing.
  const shown = useRef({ draft: query.draft, key: 0 })
  if (shown.current.draft !== query.draft) shown.current = { draft: query.draft, key: shown.current.key + 1 }
  const writes = (id: string) => {
    shown.current.draft = id
  }
  if (type && !type.small && !type.isFile)
    return standing && <NewRecord key={shown.current.key} type={type} eventOfTheDay={standing.event} writes={writes} />
  return (
    <Empty>
      <p>{app.notFound}</p>
      <a href="/">{app.goHome}</a>
    </Empty>
  )
}

type Props = { type: RecordType; eventOfTheDay: string | undefined; writes: (id: string) => void }
const NewRecord = ({ type, eventOfTheDay, writes }: Props) => {
  const { space, speech } = useApp()
  const words = useWords(recordWords)
  const { query, route } = useLocation()
  const [given] = useState(query)
  const [start] = useState(
    (): TypedValues => ({
      ...startingValues(type, space, given, eventOfTheDay),
      // With the values, so that a draft leads back there too.
      ...(given.from !== undefined && { from: given.from }),
    }),
  )
  const filled = Object.keys(given).filter((name) => type.fields[name])
  const draft = useFormDraft({
    form: `new/${type.table}`,
    asked: given.draft,
    suits: (values: TypedValues) => filled.length > 0 && filled.every((name) => isSame(values[name], start[name])),
    writes,
  })
  const origin = wayBack(space.catalog, oneOf(draft?.restored?.from ?? given.from ?? ''))
  const home = origin ?? homeOfType(space.catalog, type)
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
          done={(id) => route(origin ?? rowPath(space.catalog, type.table, id), true)}
          cancelled={() => route(home, true)}
        />
      )}
    </Page>
  )
}
