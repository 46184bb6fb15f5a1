import { Dexie, liveQuery } from 'dexie'
import type { AnyRow } from '../domain/record.ts'
import { afterFrame } from './after-frame.ts'
import { assertPresent } from './mark.ts'
import { mergesOf } from './merges.ts'
import { type Problem, problemOf } from './problem.ts'
import type { Space } from './space.ts'

/** Before a read that failed for no reason we know (a phone that dropped the connection in the background) is tried again. */
const patience = 1_000

/**
 * Runs a query now and after every write that touches what it read, here or in another tab.
 * A wiped database is told as a problem and never shown as an empty one. Returns how to stop.
 * `unhurried`: nothing of it is in the picture of what was just written, which comes first.
 */
export const watch = <T>(
  space: Space,
  query: () => Promise<T>,
  show: (value: T) => void,
  tell: (problem: Problem) => void,
  { unhurried = false } = {},
): (() => void) => {
  let isFirst = true
  const observed = liveQuery(async () => {
    if (unhurried && !isFirst) await Promise.resolve(afterFrame())
    isFirst = false
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
  const again = () => {
    clearTimeout(retry)
    subscription.unsubscribe()
    subscription = follow()
  }
  const { heard } = space.merges
  heard.add(again)
  return () => {
    heard.delete(again)
    clearTimeout(retry)
    subscription.unsubscribe()
  }
}

const table = (space: Space, name: string) => space.db.table<AnyRow, string>(name)
/** Neither deleted nor merged into another. */
export const isThere = (row: AnyRow | undefined): row is AnyRow =>
  row !== undefined && !row.deletedAt && (row.sort !== undefined || !row.mergedInto)

type Found = readonly (AnyRow | undefined)[]
/** Rows as they are read: what was merged is followed, links lead to the rows that stand. */
const led = async <T extends AnyRow>(space: Space, name: string, rows: Found | PromiseLike<Found>) => {
  const found = (await rows).filter((row) => row !== undefined)
  return found.map((row) => mergesOf(space).led(name, row)) as T[]
}

/** The row with this id, or the one it was merged into. */
export const rowOf = async <T extends AnyRow = AnyRow>(space: Space, name: string, id: string) =>
  (await rowsOf<T>(space, name, [id]))[0]

/** The rows with these ids or that they were merged into, in their order; absent ones are left out. */
export const rowsOf = async <T extends AnyRow = AnyRow>(space: Space, name: string, ids: readonly string[]) => {
  if (ids.length === 0) return []
  const wanted = new Set(ids.map((id) => mergesOf(space).one(name, id)))
  return led<T>(space, name, table(space, name).bulkGet([...wanted]))
}

/** The first rows of a table in the order of its list; deleted and merged ones have no place in it. */
export const listed = <T extends AnyRow = AnyRow>(space: Space, name: string, limit = Number.POSITIVE_INFINITY) => {
  const ordered = table(space, name).orderBy('sort')
  const directed = space.catalog[name]?.latestFirst ? ordered.reverse() : ordered
  return led<T>(space, name, (Number.isFinite(limit) ? directed.limit(limit) : directed).toArray())
}

/** The rows whose place in the list lies from one key to another, both included: days, for records ordered by a date. */
export const between = <T extends AnyRow = AnyRow>(space: Space, name: string, from: string, to: string) =>
  led<T>(space, name, table(space, name).where('sort').between(from, to, true, true).toArray())

/** The rows that point by this field to this id, or to a row merged with it. */
export const linkedTo = <T extends AnyRow = AnyRow>(space: Space, name: string, field: string, id: string) =>
  linkedToAny<T>(space, name, field, [id])

/** The rows that point to any of these ids by this field; asked for all at once, since a cursor answers one by one. */
export const linkedToAny = async <T extends AnyRow = AnyRow>(
  space: Space,
  name: string,
  field: string,
  ids: readonly string[],
): Promise<T[]> => {
  if (ids.length === 0) return []
  const to = space.catalog[name]?.fields[field]?.to ?? ''
  const wanted = new Set(ids.flatMap((id) => mergesOf(space).all(to, id)))
  const found = await space.db.transaction('r', name, () => {
    const links = table(space, name)
    return Promise.all([...wanted].map((id) => links.where(field).equals(id).toArray()))
  })
  const byId = new Map(found.flat().map((row) => [row.id, row]))
  return led<T>(space, name, [...byId.values()].filter(isThere))
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

const sorted = (space: Space, name: string) => table(space, name).where('sort').above(Dexie.minKey)
export const howMany = (space: Space, name: string) => sorted(space, name).count()
/** Whether there are any: counting would look at each. */
export const hasAny = async (space: Space, name: string): Promise<boolean> =>
  (await sorted(space, name).limit(1).primaryKeys()).length > 0
