import type { Summary } from '../../store/summaries.ts'
import { useApp } from '../app/app-context.ts'
import { rowPath } from '../paths.ts'
import { lineOf } from '../record-line.ts'
import { Item, Row } from './row.tsx'

/** Any record as a line that leads to its page. */
export const RecordRow = ({ summary, current = false }: { summary: Summary; current?: boolean }) => {
  const { speech, space } = useApp()
  const { title, detail, aside, icon } = lineOf(speech, space.catalog, summary)
  const href = rowPath(space.catalog, summary.table, summary.id)
  // Called, not mounted: at each letter of a search all lines of a list are compared with those before.
  return Item({ children: Row({ title, detail, aside: aside || undefined, icon, href, current }) })
}
