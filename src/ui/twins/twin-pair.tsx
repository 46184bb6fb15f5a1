import { useState } from 'preact/hooks'
import type { AnyRow, RecordType } from '../../domain/record.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { twins as twinWords } from '../../i18n/fr/twins.ts'
import { merging } from '../../store/merged-rows.ts'
import { problemOf } from '../../store/problem.ts'
import { isThere, linkedTo, rowsOf } from '../../store/read.ts'
import type { Space } from '../../store/space.ts'
import { tellApart } from '../../store/twins.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLocation } from '../app/location.tsx'
import { useLive } from '../app/use-live.ts'
import { useSave } from '../app/use-save.ts'
import { Button, LinkButton } from '../parts/button.tsx'
import { Empty, Page } from '../parts/page.tsx'
import { rowPath } from '../paths.ts'
import { type End, tiesOf } from '../record/ties.ts'
import { TwinFields } from './twin-fields.tsx'
import { TwinHead } from './twin-head.tsx'
import style from './twins.module.css'

const exchangeFields: Readonly<Record<string, string>> = {
  people: 'people',
  organisations: 'organisation',
  events: 'event',
}

const ends: Readonly<Record<string, End>> = { people: 'person', organisations: 'organisation' }

/** A row with how many exchanges lead to it; a structure's people, or a person's structures, by their names. */
export type Side = { readonly row: AnyRow; readonly exchanges: number; readonly tied: readonly string[] }
const sideOf = async (space: Space, table: string, row: AnyRow): Promise<Side> => {
  const [by, end] = [exchangeFields[table], ends[table]]
  const [exchanges, ties] = await Promise.all([
    by ? linkedTo(space, 'exchanges', by, row.id) : [],
    end ? tiesOf(space, end, row.id) : [],
  ])
  const tied = ties.filter(({ isRunning }) => isRunning).map(({ other }) => String(other.values[0] ?? ''))
  return {
    row,
    exchanges: exchanges.length,
    tied: tied.filter(Boolean).sort((one, two) => one.localeCompare(two, 'fr')),
  }
}
const sidesOf = async (space: Space, table: string, ids: readonly string[]) => {
  const rows = (await rowsOf(space, table, ids)).filter(isThere)
  return Promise.all(rows.map((row) => sideOf(space, table, row)))
}
/** How much there is to keep of it. */
const weight = ({ row, exchanges }: Side) => exchanges * 10 + Object.keys(row).length

type Props = { table: string; one: string; other: string }
/** Two records that are probably one, side by side: which one stays, or that they are not the same. */
export const TwinPair = ({ table, one, other }: Props) => {
  const { space } = useApp()
  const words = useWords(twinWords)
  const type = space.catalog[table]
  const found = useLive(() => sidesOf(space, table, [one, other]), [table, one, other])
  if (!type || !found) return null
  const [first, second] = found
  return (
    <Page title={words.compareTitle} back="/doublons">
      {first && second ? (
        <Compared type={type} first={first} second={second} />
      ) : (
        <Empty>
          <p>{words.gone}</p>
          <LinkButton href="/doublons">{words.toAll}</LinkButton>
        </Empty>
      )}
    </Page>
  )
}

const Compared = ({ type, first, second }: { type: RecordType; first: Side; second: Side }) => {
  const { space, tell } = useApp()
  const words = useWords(twinWords)
  const app = useWords(appWords)
  const { query, route } = useLocation()
  const save = useSave()
  const [stays, setStays] = useState(() => (weight(second) > weight(first) ? second : first).row.id)
  const [kept, gone] = stays === second.row.id ? [second.row, first.row] : [first.row, second.row]
  const titleOf = (row: AnyRow) => String(row[type.summary[0] ?? ''] ?? '') || app.untitled
  const merge = async () => {
    if (await save(merging(type.table, gone, kept), { text: words.merged(titleOf(kept)) }))
      route(query.suite ? '/doublons' : rowPath(space.catalog, type.table, kept.id), true)
  }
  const apart = async () => {
    const ids = [first.row.id, second.row.id] as const
    try {
      await tellApart(space, ...ids)
      const act = { word: app.undo, run: () => void tellApart(space, ...ids, true).catch(() => {}) }
      tell({ text: words.toldApart, act })
      route(query.suite ? '/doublons' : rowPath(space.catalog, type.table, first.row.id), true)
    } catch (error) {
      tell({ text: app.problem[problemOf(error)], urgent: true })
    }
  }
  return (
    <>
      <p class={style.about}>{words.compareAbout}</p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid in every browser */}
      <div role="group" aria-label={words.which} class={style.sides}>
        {[first, second].map((side) => (
          <TwinHead
            key={side.row.id}
            side={side}
            title={titleOf(side.row)}
            stays={side.row.id === kept.id}
            choose={() => setStays(side.row.id)}
          />
        ))}
      </div>
      <TwinFields type={type} one={first.row} other={second.row} />
      <div class={style.ends}>
        <Button look="main" wide onClick={() => void merge()}>
          {words.merge}
        </Button>
        <Button look="plain" wide onClick={() => void apart()}>
          {words.notSame}
        </Button>
      </div>
    </>
  )
}
