import type { AnyRow, RecordType } from '../domain/record.ts'
import { mergesOf } from './merges.ts'
import { inDatabase, type LookUp } from './read.ts'
import type { Space } from './space.ts'

/**
 * What a list shows of a row: the values of its summary, links as the titles of the rows they point to: empty for one
 * that was deleted, none for one that is not here.
 */
export type Summary = {
  readonly table: string
  readonly id: string
  readonly sort: string
  readonly values: readonly unknown[]
  /** What names it where its links lead nowhere. */
  readonly name: string | undefined
  /** The titles of what it belongs to: a person's structures. */
  readonly of: readonly string[] | undefined
  /** When it came from a colleague. */
  readonly arrived: string | undefined
  /** Some of its fields have two versions. */
  readonly isDouble: boolean
}

const idsIn = (value: unknown): string[] => (Array.isArray(value) ? value : typeof value === 'string' ? [value] : [])
/** How the first text that has words begins: its first line, 80 characters at most. */
const nameIn = (type: RecordType, row: AnyRow): string | undefined =>
  type.named?.map((name) => /\S.{0,79}/.exec(`${row[name] ?? ''}`)?.[0]).find(Boolean)
const titleField = (type: RecordType | undefined) => type?.summary[0] ?? 'name'

type Titles = ReadonlyMap<string, string>
const titlesOf = async (space: Space, look: LookUp, table: string, ids: string[]): Promise<Titles> => {
  const name = titleField(space.catalog[table])
  const rows = await look.rows(table, ids)
  return new Map(rows.map((row) => [row.id, row.deletedAt ? '' : String(row[name] ?? '')]))
}

/** The titles of rows by their ids; empty for one that was deleted, none for one that is not here. */
export const titlesById = (space: Space, table: string, ids: readonly string[]): Promise<Titles> =>
  titlesOf(space, inDatabase(space), table, [...ids])

/** For each row, the titles of what it belongs to now; the main one first. */
const belongings = async (space: Space, look: LookUp, type: RecordType, rows: readonly AnyRow[]) => {
  const found = new Map<string, string[]>()
  const via = type.belongs
  const to = via && space.catalog[via.by]?.fields[via.to]?.to
  if (!via || !to) return found
  const ties = await look.linked(
    via.by,
    via.from,
    rows.map((row) => row.id),
  )
  const merges = mergesOf(space)
  const running = ties
    .map((tie) => merges.led(via.by, tie))
    .filter((tie) => !tie.until)
    .sort((a, b) => Number(b.main ?? false) - Number(a.main ?? false))
  const titles = await titlesOf(
    space,
    look,
    to,
    running.map((tie) => String(tie[via.to])),
  )
  for (const tie of running) {
    const [id, title] = [String(tie[via.from]), titles.get(String(tie[via.to]))]
    if (title) found.set(id, [...new Set([...(found.get(id) ?? []), title])])
  }
  return found
}

/** The summaries of rows of one table, with one look-up for each table they point to. */
export const summariesOf = async (
  space: Space,
  table: string,
  asked: readonly AnyRow[],
  look = inDatabase(space),
): Promise<Summary[]> => {
  const type = space.catalog[table]
  if (!type || asked.length === 0) return []
  const rows = asked.map((row) => mergesOf(space).led(table, row))
  const titles = new Map<string, Titles>()
  const follow = async (name: string) => {
    const to = type.fields[name]?.to
    const ids = rows.flatMap((row) => idsIn(row[name]))
    if (to) titles.set(name, await titlesOf(space, look, to, ids))
  }
  const [of] = await Promise.all([belongings(space, look, type, rows), ...type.summary.map(follow)])
  const told = (row: AnyRow, name: string) => {
    const known = titles.get(name)
    return known ? idsIn(row[name]).flatMap((id) => known.get(id) ?? []) : row[name]
  }
  return rows.map((row) => {
    const values = type.summary.map((name) => told(row, name))
    const name = values.some((value) => Array.isArray(value) && value.length) ? undefined : nameIn(type, row)
    const { id, sort = '', arrived, versions } = row
    return { table, id, sort, values, name, of: of.get(id), arrived, isDouble: versions !== undefined }
  })
}
