import type { AnyRow } from '../domain/record.ts'
import { newSince } from './is-new.ts'
import { isThere } from './read.ts'
import type { Space } from './space.ts'
import { type Summary, summariesOf } from './summaries.ts'
import { isMe, teamOf } from './team.ts'

/** What colleagues add and one wants to hear of; of what was noted at once, the first of these stands for all. */
const told = ['people', 'organisations', 'exchanges', 'events'] as const

/** What a colleague noted at once, by the row that stands for it. */
export type News = { readonly summary: Summary; readonly arrived: string; readonly by: string }

/** What colleagues added and came since yesterday, the latest first. */
export const newsOf = async (space: Space, limit: number): Promise<{ total: number; some: News[] }> => {
  const since = newSince(space.now())
  const team = await teamOf(space)
  const found = await Promise.all(
    told.map(async (table) => {
      const rows = await space.db.table<AnyRow, string>(table).where('arrived').aboveOrEqual(since).toArray()
      return rows
        .filter((row) => isThere(row) && !isMe(team, space, row.createdBy))
        .map((row) => ({ table, row, arrived: String(row.arrived) }))
    }),
  )
  const notings = new Map<string, (typeof found)[number][number]>()
  for (const one of found.flat()) {
    const noting = `${one.row.createdBy} ${one.row.createdAt}`
    if (!notings.has(noting)) notings.set(noting, one)
  }
  const all = [...notings.values()].sort((a, b) => b.arrived.localeCompare(a.arrived) || (a.row.id < b.row.id ? 1 : -1))
  const some = await Promise.all(
    all.slice(0, limit).map(async ({ table, row, arrived }) => {
      const [summary] = await summariesOf(space, table, [row])
      return summary ? [{ summary, arrived, by: row.createdBy }] : []
    }),
  )
  return { total: all.length, some: some.flat() }
}
