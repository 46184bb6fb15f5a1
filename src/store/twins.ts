import { nameCores } from '../domain/name-core.ts'
import type { AnyRow } from '../domain/record.ts'
import type { Affiliation } from '../domain/records/affiliation.ts'
import type { Event } from '../domain/records/event.ts'
import type { Organisation } from '../domain/records/organisation.ts'
import type { Person } from '../domain/records/person.ts'
import { areTwinEvents, areTwinPeople, areTwinStructures, personKeys, structureKeys } from '../domain/twins.ts'
import { note, notesOf } from './device-notes.ts'
import { isThere, linkedToAny, listed, rowsOf } from './read.ts'
import type { SearchIndex } from './search-index.ts'
import type { Space } from './space.ts'
import type { Summary } from './summaries.ts'

/** Two rows of a table that are probably one. */
export type Twins = { readonly table: string; readonly one: AnyRow; readonly other: AnyRow }

/** The tables whose rows are looked at. */
export const twinTables = ['organisations', 'people', 'events'] as const
type TwinTable = (typeof twinTables)[number]
export const hasTwins = (table: string): table is TwinTable => twinTables.includes(table as TwinTable)

type Structures = ReadonlyMap<string, readonly string[]>
const structuresOf = async (space: Space, people: readonly string[]): Promise<Structures> => {
  const found = new Map<string, string[]>()
  for (const tie of await linkedToAny<Affiliation>(space, 'affiliations', 'person', people))
    found.set(tie.person, [...(found.get(tie.person) ?? []), tie.organisation])
  return found
}
const none: Structures = new Map()

const areTwins = (table: TwinTable, a: AnyRow, b: AnyRow, structures: Structures): boolean => {
  if (table === 'organisations') return areTwinStructures(a as Organisation, b as Organisation)
  if (table === 'events') return areTwinEvents(a as Event, b as Event)
  const known = (row: AnyRow) => ({ ...(row as Person), structures: structures.get(row.id) ?? [] })
  return areTwinPeople(known(a), known(b))
}

/** Of what answers to a word or a number without bearing the name, so many are looked at. */
const most = 30

const pairOf = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`)
const setApart = async (space: Space): Promise<ReadonlySet<string>> => new Set((await notesOf(space)).notTwins)

/** What is the same in one's twins, as something to search: their names' telling words, numbers and addresses. */
const askedOf = (row: AnyRow): string[] => {
  const names = [row.name, row.usualName].flatMap((name) => (typeof name === 'string' ? nameCores(name) : []))
  const words = names.map((core) => core.replace(/\bste?\b/g, ''))
  const codes = ['siret', 'siren', 'uai', 'phone', 'mobile', 'landline', 'email'].flatMap((name) => row[name] ?? [])
  return [...words, ...codes.map(String)].filter((text) => text.trim().length > 2)
}
/** The ids of the rows that answer to any of it; the index holds no events, of which there are few. */
export const likeIt = (index: SearchIndex, table: string, row: AnyRow): string[] => {
  if (!hasTwins(table)) return []
  const cores = new Set(nameCores(String(row.name ?? '')))
  const isNamesake = ({ values }: Summary) => nameCores(String(values[0] ?? '')).some((core) => cores.has(core))
  const found = askedOf(row).flatMap((text) => {
    const answers = index.search(table, text).rows
    return [...answers.filter(isNamesake), ...answers.slice(0, most)]
  })
  return [...new Set(found.map(({ id }) => id))].filter((id) => id !== row.id)
}

/** Those among the rows like it that are probably the same as this one, but for those somebody said are not. */
export const twinsOf = async (space: Space, table: string, row: AnyRow, like: readonly string[]): Promise<AnyRow[]> => {
  if (!hasTwins(table)) return []
  const candidates = table === 'events' ? await listed(space, table) : await rowsOf(space, table, like)
  const others = candidates.filter((one) => one.id !== row.id && isThere(one))
  if (others.length === 0) return []
  const apart = await setApart(space)
  const people = [row, ...others].map(({ id }) => id)
  const structures = table === 'people' ? await structuresOf(space, people) : none
  return others.filter((one) => !apart.has(pairOf(row.id, one.id)) && areTwins(table, row, one, structures))
}

/** Rows that may be twins stand together: each pair is looked at once. */
const together = (table: TwinTable, rows: readonly AnyRow[]): AnyRow[][] => {
  const groups = new Map<string, AnyRow[]>()
  const keysOf = (row: AnyRow) =>
    table === 'people' ? personKeys(row as Person) : table === 'events' ? [''] : structureKeys(row as Organisation)
  for (const row of rows) {
    for (const key of keysOf(row)) {
      const group = groups.get(key)
      if (group) group.push(row)
      else groups.set(key, [row])
    }
  }
  return [...groups.values()].filter((group) => group.length > 1)
}

/** Every pair of rows of the notebook that are probably one, in one pass over each table. */
export const allTwins = async (space: Space): Promise<Twins[]> => {
  const apart = await setApart(space)
  const found = new Map<string, Twins>()
  for (const table of twinTables) {
    const groups = together(table, await listed(space, table))
    const ids = [...new Set(groups.flat().map(({ id }) => id))]
    const structures = table === 'people' ? await structuresOf(space, ids) : none
    for (const group of groups)
      for (const [at, one] of group.entries())
        for (const other of group.slice(at + 1)) {
          const pair = pairOf(one.id, other.id)
          if (!apart.has(pair) && !found.has(pair) && areTwins(table, one, other, structures))
            found.set(pair, { table, one, other })
        }
  }
  return [...found.values()]
}

/** Remembers, on this device, that two rows are not the same; `undone`: forgets it. */
export const tellApart = async (space: Space, a: string, b: string, undone = false): Promise<void> => {
  const pairs = new Set((await notesOf(space)).notTwins)
  if (undone) pairs.delete(pairOf(a, b))
  else pairs.add(pairOf(a, b))
  await note(space, { notTwins: [...pairs] })
}
