import { isThere, type LookUp } from './read.ts'
import type { Saved } from './saved.ts'

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
