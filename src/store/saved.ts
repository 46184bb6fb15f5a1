import type { AnyRow } from '../domain/record.ts'
import { isThere, type LookUp } from './read.ts'
import type { Space } from './space.ts'

/** What one save wrote: its revision, its rows by table, and the ids of those that are new. */
export type Saved = {
  readonly rev: number
  readonly tables: ReadonlyMap<string, readonly AnyRow[]>
  readonly born: ReadonlySet<string>
}
type Listener = (saved: Saved) => void
const listeners = new WeakMap<Space, Set<Listener>>()

/** Hears of every save made here, as soon as its transaction completed. */
export const onSaved = (space: Space, listener: Listener): void => {
  listeners.set(space, (listeners.get(space) ?? new Set()).add(listener))
}
export const tellSaved = (space: Space, saved: Saved): void => {
  for (const listener of listeners.get(space) ?? []) listener(saved)
}

const pointsTo = (value: unknown, ids: readonly string[]) =>
  Array.isArray(value) ? value.some((id) => ids.includes(id)) : ids.includes(String(value))

/** Looks at what was just saved where that is all there is to know, in the database for the rest. */
export const savedFirst = ({ tables, born }: Saved, database: LookUp): LookUp => ({
  rows: async (table, ids) => {
    const found = (tables.get(table) ?? []).filter((row) => ids.includes(row.id))
    return found.length === new Set(ids).size ? found : database.rows(table, ids)
  },
  // Whatever points to a new row was written with it.
  linked: async (table, field, ids) =>
    ids.every((id) => born.has(id))
      ? (tables.get(table) ?? []).filter((row) => isThere(row) && pointsTo(row[field], ids))
      : database.linked(table, field, ids),
})
