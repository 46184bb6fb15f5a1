import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { AnyRow } from '../../domain/record.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { lists as listWords } from '../../i18n/fr/lists.ts'
import { linkedTo } from '../../store/read.ts'
import { type Summary, summariesOf } from '../../store/summaries.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLast } from '../app/use-last.ts'
import { useLive } from '../app/use-live.ts'
import { begunFrom } from '../begun-from.ts'
import { Button, LinkButton } from '../parts/button.tsx'
import { Group } from '../parts/page.tsx'
import { RecordRow } from '../parts/record-row.tsx'
import { newPath } from '../paths.ts'
import style from '../record/side.module.css'

const step = 10

type Props = {
  heading: string
  /** The records, and the field of theirs that points to the row whose page this is on. */
  table: string
  field: string
  id: string
  /** Said where there is none; without it the list shows nothing then. */
  none?: string
  /** What a new one is filled with; without it none is added from here. */
  given?: Record<string, string>
  /** Beside the list, above its rows. */
  children?: ComponentChildren
}
/** The records of a type that point to a row, in the order of their list, and the way to one more. */
export const LinkedList = ({ heading, table, field, id, none, given, children }: Props) => {
  const { space } = useApp()
  const app = useWords(appWords)
  const words = useWords(listWords)
  const [limit, setLimit] = useState(step)
  const type = space.catalog[table]
  const found = useLast(
    useLive(async () => {
      const all = await linkedTo(space, table, field, id)
      const direction = type?.latestFirst ? -1 : 1
      const placeOf = ({ sort = '', id }: AnyRow) => `${sort} ${id}`
      const order = (a: AnyRow, b: AnyRow) => direction * (placeOf(a) < placeOf(b) ? -1 : 1)
      const rows = await summariesOf(space, table, all.sort(order).slice(0, limit))
      // Whose page this is need not be said again on each line.
      const own = type?.summary.indexOf(field)
      const told = ({ values }: Summary) => values.map((value, at) => (at === own ? undefined : value))
      return { total: all.length, rows: rows.map((summary) => ({ ...summary, values: told(summary) })) }
    }, [table, field, id, limit]),
  )
  if (!found || (found.total === 0 && none === undefined)) return null
  return (
    <Group
      heading={heading}
      aside={
        given && (
          <LinkButton
            look="plain"
            icon="plus"
            href={newPath(space.catalog, table, { ...given, ...begunFrom(type?.fields[field]?.to ?? '', id) })}
          >
            {words.add}
          </LinkButton>
        )
      }
    >
      {children}
      {found.total === 0 && <p class={style.none}>{none}</p>}
      <ul>
        {found.rows.map((summary) => (
          <RecordRow key={summary.id} summary={summary} />
        ))}
      </ul>
      {found.total > limit && (
        <Button wide onClick={() => setLimit(limit + step * 5)}>
          {app.more}
        </Button>
      )}
    </Group>
  )
}
