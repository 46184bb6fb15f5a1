import type { News } from '../protocol/sync-message.ts'
import type { Refused } from './refused.ts'
import type { Space } from './space.ts'

/** What waited for the direction and took place waits no more. Inside the caller's transaction. */
export const endHeld = async ({ db }: Space, rows: readonly News[]): Promise<void> => {
  const gone = new Set(rows.flatMap(({ row, fields }) => (fields.deletedAt || fields.mergedInto ? [row] : [])))
  if (gone.size === 0) return
  const all = await db.table<Refused, number>('refused').toArray()
  const ended = all.filter(({ code, change }) => code === 'held' && gone.has(change.row))
  await Promise.all(ended.map(({ n }) => db.table('refused').delete(n)))
}
