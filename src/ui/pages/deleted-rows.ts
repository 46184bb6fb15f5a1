import type { AnyRow } from '../../domain/record.ts'
import type { Space } from '../../store/space.ts'
import { type Summary, summariesOf } from '../../store/summaries.ts'
import { inTrash } from '../../store/trash.ts'

export type Deleted = { readonly row: AnyRow & { deletedAt: string }; readonly summary: Summary }

/** Everything deleted in the last 90 days, the latest first; only the first ones are read in full. */
export const deletedRows = async (space: Space, limit: number): Promise<{ total: number; some: Deleted[] }> => {
  const types = Object.values(space.catalog).filter((type) => !type.small)
  const found = await Promise.all(
    types.map(async ({ table }) => (await inTrash(space, table)).map((row) => ({ table, row }))),
  )
  const all = found.flat() as { table: string; row: Deleted['row'] }[]
  all.sort((a, b) => b.row.deletedAt.localeCompare(a.row.deletedAt))
  const shown = all.slice(0, limit)
  const summaries = new Map<string, Summary>()
  for (const { table } of types) {
    const rows = shown.filter((one) => one.table === table).map((one) => one.row)
    for (const summary of await summariesOf(space, table, rows)) summaries.set(summary.id, summary)
  }
  const some = shown.flatMap(({ row }) => {
    const summary = summaries.get(row.id)
    return summary ? [{ row, summary }] : []
  })
  return { total: all.length, some }
}
