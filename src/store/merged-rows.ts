import { survivorsOf } from '../domain/merged-into.ts'
import { type AnyRow, type RecordType, sortKeyOf } from '../domain/record.ts'
import { raiseMark, writableMark } from './mark.ts'
import { type Merges, mergesOf } from './merges.ts'
import type { Space } from './space.ts'
import { type Edit, editOf } from './write.ts'

/** By table, the id that stands for each merged row; tables where nothing was merged are left out. */
type Survivors = ReadonlyMap<string, ReadonlyMap<string, string>>
export type Ids = ReadonlyMap<string, readonly string[]>

const inForce = new WeakMap<Space, Survivors>()

const linksOf = (type: RecordType): string[] =>
  Object.keys(type.fields).filter((name) => type.fields[name]?.to !== undefined)

const mergesFrom = (space: Space, survivors: Survivors): Merges => {
  const families = new Map<string, Map<string, string[]>>()
  for (const [table, merged] of survivors) {
    const some = new Map<string, string[]>()
    for (const [id, one] of merged) some.set(one, [...(some.get(one) ?? [one]), ...(id === one ? [] : [id])])
    families.set(table, some)
  }
  const one: Merges['one'] = (table, id) => survivors.get(table)?.get(id) ?? id
  const all: Merges['all'] = (table, id) => families.get(table)?.get(one(table, id)) ?? [one(table, id)]
  const led: Merges['led'] = (table, row) => {
    const type = space.catalog[table]
    if (!type) return row
    const after: Record<string, unknown> = {}
    for (const name of linksOf(type)) {
      const [value, to] = [row[name], type.fields[name]?.to ?? '']
      if (name === 'mergedInto' || !survivors.has(to)) continue
      if (typeof value === 'string' && one(to, value) !== value) after[name] = one(to, value)
      else if (Array.isArray(value) && value.some((id) => one(to, id) !== id))
        after[name] = [...new Set(value.map((id) => one(to, id)))]
    }
    return Object.keys(after).length > 0 ? { ...row, ...after } : row
  }
  return { one, all, led }
}

const tablesOf = (space: Space) => Object.keys(space.catalog)

/** The rows of a table that were merged, and what stands for each. A merge into a row that has not come waits for it. */
const mergedIn = async (space: Space, table: string) => {
  const rows = await space.db.table<AnyRow, string>(table).where('mergedInto').above('').toArray()
  if (rows.length === 0) return { table, rows, survivors: new Map<string, string>() }
  const into = new Map(rows.map((row) => [row.id, String(row.mergedInto)]))
  const targets = [...new Set(into.values())]
  const found = await space.db.table<AnyRow, string>(table).bulkGet(targets)
  const here = new Set(found.flatMap((row) => row?.id ?? []))
  return { table, rows, survivors: survivorsOf(into, (id) => here.has(id)) }
}
const readMerged = (space: Space) =>
  space.db.transaction('r', tablesOf(space), () => Promise.all(tablesOf(space).map((table) => mergedIn(space, table))))
type Merged = Awaited<ReturnType<typeof readMerged>>

/** The place in the list of a merged row: none, unless it is the one that stands. */
const placeOf = (space: Space, { table, survivors }: Merged[number], row: AnyRow): string | undefined => {
  const type = space.catalog[table]
  return type && survivors.get(row.id) === row.id ? sortKeyOf(type, { ...row, mergedInto: undefined }) : undefined
}
const misplaced = (space: Space, merged: Merged) =>
  merged.flatMap((one) => one.rows.filter((row) => row.sort !== placeOf(space, one, row)))

/**
 * A row alone cannot know that it is the one of a circle that stays, nor that what it was merged into has come: its place
 * in the list is put right here, on this device, as what it is: an index.
 */
const putRight = (space: Space): Promise<Merged> =>
  space.db.transaction('rw', [...tablesOf(space), 'meta'], async () => {
    const mark = await writableMark(space)
    const merged = await Promise.all(tablesOf(space).map((table) => mergedIn(space, table)))
    const wrong = new Set(misplaced(space, merged))
    for (const one of merged) {
      const some = one.rows.filter((row) => wrong.has(row))
      const put = some.map(({ sort: _, ...row }) => {
        const sort = placeOf(space, one, row as AnyRow)
        return { ...row, ...(sort !== undefined && { sort }), rev: mark.rev + 1 }
      })
      if (put.length > 0) await space.db.table(one.table).bulkPut(put)
    }
    await raiseMark(space, { ...mark, rev: mark.rev + 1 })
    return merged
  })

/** The ids whose family is another than before. */
const changedBetween = (before: Survivors, after: Survivors): Ids => {
  const changed = new Map<string, readonly string[]>()
  for (const table of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(table), after.get(table)]
    const ids = [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])].filter(
      (id) => was?.get(id) !== is?.get(id),
    )
    const ends = ids.flatMap((id) => [was?.get(id) ?? [], is?.get(id) ?? []].flat())
    if (ids.length > 0) changed.set(table, [...new Set([...ids, ...ends])])
  }
  return changed
}

/** Whose family changed since the search index last asked, whoever read it. */
const unheard = new WeakMap<Space, Ids>()
export const changedFamilies = (space: Space): Ids => {
  const changed = unheard.get(space) ?? new Map()
  unheard.delete(space)
  return changed
}

/** Reads what was merged; from then on every read follows it. */
export const loadMerges = async (space: Space): Promise<void> => {
  const read = await readMerged(space)
  // An older build than the data may not put anything right: it shows what it can.
  const merged = misplaced(space, read).length > 0 ? await putRight(space).catch(() => read) : read
  const after: Survivors = new Map(
    merged.flatMap(({ table, survivors }) => (survivors.size > 0 ? [[table, survivors] as const] : [])),
  )
  const changed = changedBetween(inForce.get(space) ?? new Map(), after)
  if (changed.size > 0) {
    const before = changedFamilies(space)
    const tables = new Set([...before.keys(), ...changed.keys()])
    const both = [...tables].map(
      (table) => [table, [...(before.get(table) ?? []), ...(changed.get(table) ?? [])]] as const,
    )
    unheard.set(space, new Map(both))
    inForce.set(space, after)
    space.merges.now = mergesFrom(space, after)
    for (const hear of [...space.merges.heard]) hear()
  }
}

/** Whether one of these rows is merged, or was when last looked at. */
export const touchesMerges = (space: Space, rows: ReadonlyMap<string, readonly AnyRow[]>): boolean =>
  [...rows].some(([table, some]) =>
    some.some((row) => row.mergedInto !== undefined || inForce.get(space)?.get(table)?.has(row.id)),
  )

/** The rows that were merged into this one, as they are themselves; the last touched first. */
export const mergedWith = async (space: Space, table: string, id: string): Promise<AnyRow[]> => {
  const ids = mergesOf(space).all(table, id)
  if (ids.length < 2) return []
  const rows = await space.db.table<AnyRow, string>(table).bulkGet(ids.filter((one) => one !== id))
  return rows.filter((row) => row !== undefined).sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))
}

/** One field: this row stands for nothing any more, and is found with the other. */
export const merging = (table: string, row: AnyRow, into: AnyRow): Edit[] => {
  const edit = editOf(table, row, { mergedInto: into.id })
  return edit ? [edit] : []
}

/** The way back. Of a circle both ends are let go, or the one that stays would follow the other. */
export const separating = async (space: Space, table: string, row: AnyRow, from: AnyRow): Promise<Edit[]> => {
  const rows = await space.db.table<AnyRow, string>(table).bulkGet([row.id, from.id])
  return rows.flatMap((one) => (one?.mergedInto ? (editOf(table, one, { mergedInto: undefined }) ?? []) : []))
}
