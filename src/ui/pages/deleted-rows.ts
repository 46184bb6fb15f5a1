import { deletedTogether, type Gone } from '../../store/deleted-together.ts'
import type { Space } from '../../store/space.ts'
import { type Summary, summariesOf } from '../../store/summaries.ts'

/** What one act took away: named by `summary`, the one that the others are about. */
export type Deleted = { readonly gone: readonly Gone[]; readonly at: string; readonly summary: Summary }

/** Everything deleted in the last 90 days, the latest first; only the first ones are named. */
export const deletedRows = async (space: Space, limit: number): Promise<{ total: number; some: Deleted[] }> => {
  const all = await deletedTogether(space)
  const shown = all.slice(0, limit)
  const summaries = new Map<string, Summary>()
  for (const table of Object.keys(space.catalog)) {
    const rows = shown.flatMap(([head]) => (head?.table === table ? [head.row] : []))
    for (const summary of await summariesOf(space, table, rows)) summaries.set(summary.id, summary)
  }
  const some = shown.flatMap((gone) => {
    const head = gone[0]?.row
    const summary = head && summaries.get(head.id)
    return summary ? [{ gone, at: head.deletedAt, summary }] : []
  })
  return { total: all.length, some }
}
