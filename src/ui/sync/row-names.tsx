import { sync } from '../../i18n/fr/sync.ts'
import { rowsOf } from '../../store/read.ts'
import { summariesOf } from '../../store/summaries.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLive } from '../app/use-live.ts'
import text from '../parts/text.module.css'
import { rowPath } from '../paths.ts'
import { lineOf } from '../record-line.ts'

const few = 5

type Props = { rows: readonly { readonly table: string; readonly row: string }[]; count: number }
/** The first of some rows by their names, each a way to its page, and how many there are besides. */
export const RowNames = ({ rows, count }: Props) => {
  const { speech, space } = useApp()
  const { deletions } = useWords(sync)
  const named = useLive(
    async (space) => {
      const first = rows.slice(0, few).filter(({ table }) => space.catalog[table])
      return Promise.all(
        first.map(async ({ table, row }) => {
          const [summary] = await summariesOf(space, table, await rowsOf(space, table, [row]))
          return { table, row, title: summary && lineOf(speech, space.catalog, summary).title }
        }),
      )
    },
    [rows, speech.language],
  )
  return (
    <ul>
      {named?.map(({ table, row, title }) => (
        <li key={row}>
          <a href={rowPath(space.catalog, table, row)}>
            <bdi>{title ?? deletions.unknown}</bdi>
          </a>
        </li>
      ))}
      {named && count > named.length && <li class={text.soft}>{deletions.others(count - named.length)}</li>}
    </ul>
  )
}
