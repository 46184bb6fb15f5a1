import { useState } from 'preact/hooks'
import { sync } from '../../i18n/fr/sync.ts'
import { rowsOf } from '../../store/read.ts'
import { summariesOf } from '../../store/summaries.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLive } from '../app/use-live.ts'
import { Button } from '../parts/button.tsx'
import { RecordRow } from '../parts/record-row.tsx'
import text from '../parts/text.module.css'

const few = 5

type Props = { rows: readonly { readonly table: string; readonly row: string }[]; count: number }
/** The first of some rows as they stand in a list, and how many there are besides. */
export const RowNames = ({ rows, count }: Props) => {
  const { speech } = useApp()
  const { deletions } = useWords(sync)
  const [isAll, setAll] = useState(false)
  const shown = useLive(
    async (space) => {
      const first = rows.slice(0, isAll ? undefined : few).filter(({ table }) => space.catalog[table])
      const found = await Promise.all(
        first.map(async ({ table, row }) => summariesOf(space, table, await rowsOf(space, table, [row]))),
      )
      return found.flat()
    },
    [rows, speech.language, isAll],
  )
  if (!shown) return null
  return (
    <>
      <ul>
        {shown.map((summary) => (
          <RecordRow key={summary.id} summary={summary} />
        ))}
      </ul>
      {!isAll && rows.length > few && (
        <Button look="plain" onClick={() => setAll(true)}>
          {deletions.all(count)}
        </Button>
      )}
      {(isAll || rows.length <= few) && count > shown.length && (
        <p class={text.soft}>{deletions.others(count - shown.length, shown.length > 0)}</p>
      )}
    </>
  )
}
