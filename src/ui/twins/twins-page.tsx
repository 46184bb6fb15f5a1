import { useState } from 'preact/hooks'
import type { AnyRow } from '../../domain/record.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { twins as twinWords } from '../../i18n/fr/twins.ts'
import type { Space } from '../../store/space.ts'
import { type Summary, summariesOf } from '../../store/summaries.ts'
import { allTwins } from '../../store/twins.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLast } from '../app/use-last.ts'
import { useLive } from '../app/use-live.ts'
import { Button } from '../parts/button.tsx'
import line from '../parts/line.module.css'
import { Empty, Page } from '../parts/page.tsx'
import { lineOf } from '../record-line.ts'
import { TwinPair } from './twin-pair.tsx'
import style from './twins.module.css'
import { useNotedBy } from './use-noted-by.ts'

const step = 30

const pairsOf = async (space: Space, limit: number) => {
  const all = await allTwins(space)
  const some = await Promise.all(
    all.slice(0, limit).map(async ({ table, one, other }) => {
      const [first, second] = await summariesOf(space, table, [one, other])
      return first && second
        ? [
            {
              sides: [
                { summary: first, row: one },
                { summary: second, row: other },
              ] as const,
            },
          ]
        : []
    }),
  )
  return { total: all.length, some: some.flat() }
}

type Props = { table: string | undefined; one: string | undefined; other: string | undefined }
/** All probable twins of the notebook, or two of them side by side. */
export const TwinsPage = ({ table, one, other }: Props) =>
  table && one && other ? <TwinPair key={`${one} ${other}`} table={table} one={one} other={other} /> : <AllTwins />

const AllTwins = () => {
  const words = useWords(twinWords)
  const app = useWords(appWords)
  const [limit, setLimit] = useState(step)
  const found = useLast(useLive((space) => pairsOf(space, limit), [limit]))
  return (
    <Page title={words.title} back="/contacts">
      {!found && <p class={style.about}>{app.loading}</p>}
      {found && found.total > 0 && <p class={style.about}>{words.about}</p>}
      <ul>
        {found?.some.map((pair) => (
          <PairRow key={pair.sides.map(({ row }) => row.id).join(' ')} {...pair} />
        ))}
      </ul>
      {found && found.some.length < found.total && (
        <Button wide onClick={() => setLimit(limit + step)}>
          {app.more}
        </Button>
      )}
      {found?.total === 0 && (
        <Empty>
          <p>{words.none}</p>
        </Empty>
      )}
    </Page>
  )
}

type Listed = { readonly summary: Summary; readonly row: AnyRow }
const PairRow = ({ sides }: { sides: readonly [Listed, Listed] }) => {
  const { space, speech } = useApp()
  const words = useWords(twinWords)
  const notedBy = useNotedBy()
  const [{ summary: first }, { summary: second }] = sides
  return (
    <li>
      <a class={line.line} href={`/doublons/${first.table}/${first.id}/${second.id}?suite=1`}>
        <span class={line.text}>
          {sides.map(({ summary, row }) => {
            const { title, detail } = lineOf(speech, space.catalog, summary)
            return (
              <span key={row.id} class={style.listed}>
                <bdi class={line.title}>{title}</bdi>
                <span class={line.detail}>{[detail, notedBy(row)].filter(Boolean).join(' · ')}</span>
              </span>
            )
          })}
        </span>
        <span class={line.act}>{words.compare}</span>
      </a>
    </li>
  )
}
