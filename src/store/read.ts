import { Dexie, liveQuery } from 'dexie'
import type { AnyRow } from '../domain/record.ts'
import { assertPresent } from './mark.ts'
import { type Problem, problemOf } from './problem.ts'
import type { Space } from './space.ts'

/** Before a read that failed for no reason we know (a phone that dropped the connection in the background) is tried again. */
const patience = 1_000

/**
 * Runs a query now and after every write that touches what it read, here or in another tab.
 * A wiped database is told as a problem and never shown as an empty one. Returns how to stop.
 */
export const watch = <T>(
  space: Space,
  query: () => Promise<T>,
  show: (value: T) => void,
  tell: (problem: Problem) => void,
): (() => void) => {
  const observed = liveQuery(async () => {
    const [value] = await Promise.all([query(), assertPresent(space)])
    return value
  })
  let retry: ReturnType<typeof setTimeout> | undefined
  const follow = () =>
    observed.subscribe({
      next: show,
      error: (error) => {
        const problem = problemOf(error)
        if (problem !== 'unknown') return tell(problem)
        retry = setTimeout(() => {
          subscription = follow()
        }, patience)
      },
    })
  let subscription = follow()
  return () => {
    clearTimeout(retry)
    subscription.unsubscribe()
  }
}

const table = (space: Space, name: string) => space.db.table<AnyRow, string>(name)
export const isThere = (row: AnyRow | undefined): row is AnyRow => row !== undefined && !row.deletedAt

export const rowOf = <T extends AnyRow = AnyRow>(space: Space, name: string, id: string) =>
  table(space, name).get(id) as Promise<T | undefined>

/** The rows with these ids, in their order; absent ones are left out. */
export const rowsOf = async <T extends AnyRow = AnyRow>(space: Space, name: string, ids: readonly string[]) => {
  if (ids.length === 0) return []
  const found = await table(space, name).bulkGet([...new Set(ids)])
  return found.filter((row) => row !== undefined) as T[]
}

/** The first rows of a table in the order of its list; deleted ones have no place in it. */
export const listed = <T extends AnyRow = AnyRow>(space: Space, name: string, limit = Number.POSITIVE_INFINITY) => {
  const ordered = table(space, name).orderBy('sort')
  const directed = space.catalog[name]?.latestFirst ? ordered.reverse() : ordered
  return (Number.isFinite(limit) ? directed.limit(limit) : directed).toArray() as Promise<T[]>
}

/** The rows whose place in the list lies from one key to another, both included: days, for records ordered by a date. */
export const between = <T extends AnyRow = AnyRow>(space: Space, name: string, from: string, to: string) =>
  table(space, name).where('sort').between(from, to, true, true).toArray() as Promise<T[]>

/** The rows that point to this id by this field. */
export const linkedTo = async <T extends AnyRow = AnyRow>(space: Space, name: string, field: string, id: string) =>
  (await table(space, name).where(field).equals(id).toArray()).filter(isThere) as T[]

/** The rows that point to any of these ids by this field; asked for all at once, since a cursor answers one by one. */
export const linkedToAny = async <T extends AnyRow = AnyRow>(
  space: Space,
  name: string,
  field: string,
  ids: readonly string[],
): Promise<T[]> => {
  if (ids.length === 0) return []
  const found = await space.db.transaction('r', name, () => {
    const links = table(space, name)
    return Promise.all([...new Set(ids)].map((id) => links.where(field).equals(id).toArray()))
  })
  return found.flat().filter(isThere) as T[]
}

/** Where the rows that others are told by are looked up: by their ids, or by what they point to. */
export type LookUp = {
  readonly rows: (table: string, ids: readonly string[]) => Promise<AnyRow[]>
  readonly linked: (table: string, field: string, ids: readonly string[]) => Promise<AnyRow[]>
}
export const inDatabase = (space: Space): LookUp => ({
  rows: (name, ids) => rowsOf(space, name, ids),
  linked: (name, field, ids) => linkedToAny(space, name, field, ids),
})

/** What was last written here, latest first. */
export const lastTouched = async <T extends AnyRow = AnyRow>(space: Space, name: string, limit: number) =>
  table(space, name).orderBy('rev').reverse().filter(isThere).limit(limit).toArray() as Promise<T[]>

export const howMany = (space: Space, name: string) => table(space, name).where('sort').above(Dexie.minKey).count()

/** Deleted rows since this instant, latest first. */
export const deletedSince = (space: Space, name: string, since: string) =>
  table(space, name).where('deletedAt').above(since).reverse().sortBy('deletedAt')
