import type { AnyRow } from '../domain/record.ts'
import { linkedToAny, rowsOf } from './read.ts'
import { searchTextOf, termsOf } from './search-text.ts'
import type { Mark, Space } from './space.ts'
import { type Summary, summariesOf } from './summaries.ts'

export type Entry = Summary & { readonly folded: string }
type Shelf = { byId: Map<string, Entry>; ordered: Entry[] }
/** The index as kept between two starts, and the revision it had seen. */
type Snapshot = { key: 'search'; rev: number; catalog: string; tables: Record<string, Entry[]> }

const page = 2_000
const compare = (a: Entry, b: Entry) => (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : a.id < b.id ? -1 : 1)
const pause = () => new Promise<void>((done) => setTimeout(done))

const placeOf = (ordered: readonly Entry[], entry: Entry): number => {
  let [low, high] = [0, ordered.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (compare(ordered[middle] as Entry, entry) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** How well an entry answers, 0 the best; -1 when a term is not in it. */
const rank = (entry: Entry, terms: readonly string[]): number => {
  if (!terms.every((term) => entry.folded.includes(term))) return -1
  const first = terms[0] ?? ''
  if (entry.folded.startsWith(first)) return 0
  return entry.folded.includes(` ${first}`) ? 1 : 2
}

/**
 * Every row of Contacts in memory, folded, for search and long lists: filled after the first paint from its last
 * snapshot, then kept current. Until `ready` it cannot say that something does not exist.
 */
export const openSearchIndex = (space: Space) => {
  const types = Object.values(space.catalog).filter((type) => type.inContacts)
  const signature = types.map((type) => `${type.table}:${type.summary}`).join()
  const shelves = new Map<string, Shelf>(types.map((type) => [type.table, { byId: new Map(), ordered: [] }]))
  const listeners = new Set<() => void>()
  let [seen, kept, ready, running] = [0, 0, false, Promise.resolve()]

  const remove = (shelf: Shelf, id: string) => {
    const old = shelf.byId.get(id)
    if (!old) return
    shelf.byId.delete(id)
    shelf.ordered.splice(placeOf(shelf.ordered, old), 1)
  }
  const shelve = async (table: string, rows: readonly AnyRow[]) => {
    const [shelf, type] = [shelves.get(table), space.catalog[table]]
    if (!shelf || !type) return
    const live = rows.filter((row) => row.sort !== undefined)
    const byId = new Map(live.map((row) => [row.id, row]))
    const summaries = await summariesOf(space, table, live)
    for (const row of rows) remove(shelf, row.id)
    const entries = summaries.map((one) => ({ ...one, folded: searchTextOf(type, byId.get(one.id) as AnyRow, one) }))
    for (const entry of entries) shelf.byId.set(entry.id, entry)
    if (entries.length > 50) shelf.ordered = [...shelf.byId.values()].sort(compare)
    else for (const entry of entries) shelf.ordered.splice(placeOf(shelf.ordered, entry), 0, entry)
  }

  /** Rows that show or are found by what changed: they point to it, or belong to it. */
  const dependants = async (table: string, changed: readonly AnyRow[]) => {
    const ids = changed.map((row) => row.id)
    for (const type of types) {
      for (const name of type.summary)
        if (type.fields[name]?.to === table) await shelve(type.table, await linkedToAny(space, type.table, name, ids))
      const via = type.belongs
      if (!via) continue
      const ties =
        via.by === table
          ? changed
          : space.catalog[via.by]?.fields[via.to]?.to === table
            ? await linkedToAny(space, via.by, via.to, ids)
            : []
      if (ties.length > 0)
        await shelve(
          type.table,
          await rowsOf(
            space,
            type.table,
            ties.map((t) => String(t[via.from])),
          ),
        )
    }
  }
  const catchUp = async () => {
    const mark = await space.db.table<Mark, string>('meta').get('mark')
    const until = mark?.rev ?? 0
    if (until <= seen && ready) return
    const first = seen === 0
    for (const table of Object.keys(space.catalog)) {
      const fresh = space.db.table<AnyRow, string>(table).where('rev').between(seen, until, false, true)
      const keys = first && !shelves.has(table) ? [] : await fresh.primaryKeys()
      for (let at = 0; at < keys.length; at += page) {
        const rows = await rowsOf(space, table, keys.slice(at, at + page))
        await shelve(table, rows)
        if (!first) await dependants(table, rows)
        await pause()
      }
    }
    ;[seen, ready] = [until, true]
    for (const listener of listeners) listener()
  }
  const restore = async () => {
    const snapshot = await space.db.table<Snapshot, string>('meta').get('search')
    if (snapshot?.catalog !== signature) return
    for (const [table, entries] of Object.entries(snapshot.tables))
      shelves.set(table, { ordered: entries, byId: new Map(entries.map((entry) => [entry.id, entry])) })
    seen = kept = snapshot.rev
  }
  const load = () => (seen === 0 && !ready ? restore().then(catchUp) : catchUp())
  const keepSnapshot = async () => {
    if (!ready || kept === seen) return
    const tables = Object.fromEntries([...shelves].map(([table, shelf]) => [table, shelf.ordered]))
    kept = seen
    await space.db.table('meta').put({ key: 'search', rev: seen, catalog: signature, tables })
  }

  return {
    /** Loads what is not loaded yet; calls follow one another, also after one that failed. */
    refresh: () => (running = running.then(load, load)),
    keepSnapshot,
    isReady: () => ready,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** All entries of a table in the order of its list. */
    all: (table: string): readonly Entry[] => {
      const ordered = shelves.get(table)?.ordered ?? []
      return space.catalog[table]?.latestFirst ? ordered.toReversed() : ordered
    },
    /** The best answers first, each kind of answer in the order of the list. */
    find(table: string, query: string): Entry[] {
      const terms = termsOf(query)
      const ranked: Entry[][] = [[], [], []]
      for (const entry of this.all(table)) ranked[rank(entry, terms)]?.push(entry)
      return ranked.flat()
    },
  }
}
export type SearchIndex = ReturnType<typeof openSearchIndex>
