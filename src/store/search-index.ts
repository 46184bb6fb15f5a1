import type { Catalog } from '../domain/catalog.ts'
import type { AnyRow, RecordType } from '../domain/record.ts'
import { assertPresent } from './mark.ts'
import { changedFamilies, type Ids, loadMerges, touchesMerges } from './merged-rows.ts'
import { mergesOf } from './merges.ts'
import { inDatabase, type LookUp, rowsOf } from './read.ts'
import { onSaved, type Saved } from './saved.ts'
import { savedFirst } from './saved-first.ts'
import { searchTextOf, termsOf } from './search-text.ts'
import type { Mark, Space } from './space.ts'
import { type Summary, summariesOf } from './summaries.ts'

/** By field, what a list may be narrowed to. */
export type Facets = Readonly<Record<string, readonly string[]>>
export type Entry = Summary & { readonly folded: string; readonly facets?: Facets }
type Some = { readonly table: string; readonly rows: readonly AnyRow[] }
type Shelf = { byId: Map<string, Entry>; ordered: Entry[] }
/** The index as kept between two starts, and the revision it had seen. */
type Snapshot = { key: string; rev: number; catalog: string; tables: Record<string, Entry[]> }

const page = 2_000
/** So many changed rows that all is read anew in less time than each is followed to what it belongs to. */
const flood = 3_000
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

/** How well an entry answers by its first term, 0 the best; undefined when it does not hold it. */
const rank = ({ folded }: Entry, term: string): 0 | 1 | 2 | undefined => {
  const at = folded.indexOf(term)
  if (at <= 0) return at === 0 ? 0 : undefined
  return folded[at - 1] === ' ' || folded.includes(` ${term}`, at) ? 1 : 2
}

type Fits = (entry: Entry) => boolean
export type Answers = { readonly rows: Entry[]; readonly total: number }

/** What was found last in a table, in the order of its list; the more one types, the fewer are left. */
type Found = { readonly terms: readonly string[]; readonly entries: readonly Entry[] }
/** Whether all that holds the later terms holds the earlier ones. */
const narrows = (earlier: readonly string[], later: readonly string[]): boolean =>
  earlier.every((term) => later.some((one) => one.includes(term)))

const facetsOf = (type: RecordType, row: AnyRow): Facets =>
  Object.fromEntries((type.facets ?? []).map((name) => [name, [row[name] ?? []].flat() as string[]]))

/** The tables whose rows these lists show or are found by. */
const sourcesOf = (catalog: Catalog, types: readonly RecordType[]): string[] => {
  const linked = types.flatMap((type) => type.summary.map((name) => type.fields[name]?.to))
  const tied = types.flatMap(({ belongs: via }) => (via ? [via.by, catalog[via.by]?.fields[via.to]?.to] : []))
  return [...new Set([...types.map((type) => type.table), ...linked, ...tied])].filter((table) => table !== undefined)
}

export type Indexed = {
  readonly shows: (type: RecordType) => boolean | undefined
  /** Under which it is kept between two starts; absent, it is not. */
  readonly key?: string
}
const ofContacts: Indexed = { shows: (type) => type.inContacts, key: 'search' }

/**
 * Every row of Contacts, or of other lists, in memory, folded, for search and long lists: filled after the first paint
 * from its last snapshot, then kept current. Until `ready` it cannot say that something does not exist.
 */
export const openSearchIndex = (space: Space, { shows, key }: Indexed = ofContacts) => {
  const types = Object.values(space.catalog).filter(shows)
  const database = inDatabase(space)
  const sources = sourcesOf(space.catalog, types)
  const signature = types.map((type) => `${type.table}:${type.summary}:${type.named}`).join()
  const shelves = new Map<string, Shelf>(types.map((type) => [type.table, { byId: new Map(), ordered: [] }]))
  const listeners = new Set<() => void>()
  const lastFound = new Map<string, Found>()
  let [seen, kept, ready, running] = [0, 0, false, Promise.resolve()]

  const remove = (shelf: Shelf, id: string) => {
    const old = shelf.byId.get(id)
    if (!old) return
    shelf.byId.delete(id)
    shelf.ordered.splice(placeOf(shelf.ordered, old), 1)
  }
  const shelve = async (table: string, rows: readonly AnyRow[], look: LookUp) => {
    const [shelf, type] = [shelves.get(table), space.catalog[table]]
    if (!shelf || !type || rows.length === 0) return
    const byId = new Map(rows.map((row) => [row.id, row]))
    const live = [...byId.values()].filter((row) => row.sort !== undefined)
    const summaries = await summariesOf(space, table, live, look)
    lastFound.delete(table)
    for (const id of byId.keys()) remove(shelf, id)
    const merges = mergesOf(space)
    const entries = summaries.map((one): Entry => {
      const row = byId.get(one.id) as AnyRow
      const folded = searchTextOf(type, row, one)
      return { ...one, folded, ...(type.facets && { facets: facetsOf(type, merges.led(table, row)) }) }
    })
    for (const entry of entries) shelf.byId.set(entry.id, entry)
    if (entries.length > 50) shelf.ordered = [...shelf.byId.values()].sort(compare)
    else for (const entry of entries) shelf.ordered.splice(placeOf(shelf.ordered, entry), 0, entry)
  }

  /** Rows of Contacts that show or are found by what changed, with their table: they point to it, or belong to it. */
  const dependants = ({ table, rows }: Some, look: LookUp): Promise<Some>[] => {
    const ids = rows.map((row) => row.id)
    const belonging = async ({ table: name, belongs: via }: RecordType): Promise<Some> => {
      if (!via) return { table: name, rows: [] }
      const tied = space.catalog[via.by]?.fields[via.to]?.to === table
      const ties = via.by === table ? rows : tied ? await look.linked(via.by, via.to, ids) : []
      const belong = ties.map((tie) => String(tie[via.from]))
      return { table: name, rows: await look.rows(name, belong) }
    }
    const pointing = async (name: string, field: string): Promise<Some> => ({
      table: name,
      rows: await look.linked(name, field, ids),
    })
    return types.flatMap((type) => {
      const links = [...type.summary, ...(type.facets ?? [])].filter((name) => type.fields[name]?.to === table)
      return [belonging(type), ...[...new Set(links)].map((field) => pointing(type.table, field))]
    })
  }
  const since = (table: string) => space.db.table<AnyRow, string>(table).where('rev').above(seen)
  const revision = async () => (await space.db.table<Mark, string>('meta').get('mark'))?.rev ?? 0

  /** All there is, page after page, so that neither taps nor saves wait for it. */
  const fill = async () => {
    const until = await revision()
    for (const { table } of types) {
      const keys = await since(table).primaryKeys()
      for (let at = 0; at < keys.length; at += page) {
        await shelve(table, await rowsOf(space, table, keys.slice(at, at + page)), database)
        await pause()
      }
    }
    return until
  }
  /** These rows, and those that show or are found by them. */
  const takeIn = async (changed: readonly Some[], look: LookUp) => {
    const some = changed.filter(({ rows }) => rows.length > 0)
    const touched = [...some, ...(await Promise.all(some.flatMap((one) => dependants(one, look))))]
    const rowsIn = (table: string) => touched.filter((one) => one.table === table).flatMap(({ rows }) => rows)
    await Promise.all(types.map(({ table }) => shelve(table, rowsIn(table), look)))
  }
  /** What changed since the last look, whoever wrote it, in one transaction. */
  const readOn = () =>
    space.db.transaction('r', [...sources, 'meta'], async () => {
      const read = async (table: string): Promise<Some> => ({ table, rows: await since(table).toArray() })
      const [until, ...changed] = await Promise.all([revision(), ...sources.map(read)])
      await takeIn(changed, database)
      return until
    })
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const isAt = (until: number) => {
    ;[seen, ready] = [until, true]
    tell()
  }
  /** Rows whose family changed, and what points to them. */
  const takeFamilies = async (changed: Ids) => {
    const read = async ([table, ids]: [string, readonly string[]]): Promise<Some> => {
      const rows = await space.db.table<AnyRow, string>(table).bulkGet([...ids])
      return { table, rows: rows.filter((row) => row !== undefined) }
    }
    await takeIn(await Promise.all([...changed].map(read)), database)
  }
  const catchUp = async () => {
    if (ready && (await revision()) === seen) return
    await loadMerges(space)
    const changed = await Promise.all(sources.map((table) => since(table).count()))
    if (changed.reduce((sum, count) => sum + count, 0) > flood) seen = 0
    const until = await (seen === 0 ? fill() : readOn())
    // A database that was cleared meanwhile reads like an empty one.
    await assertPresent(space)
    isAt(until)
    const families = changedFamilies(space)
    if (families.size > 0) await takeFamilies(families).then(tell)
  }
  /** Shows one's own save without reading it again, when nothing else came between. */
  const takeSaved = async (saved: Saved) => {
    if (!ready || saved.rev !== seen + 1) return
    if (touchesMerges(space, saved.tables)) return catchUp()
    const changed = [...saved.tables].map(([table, rows]) => ({ table, rows }))
    await takeIn(changed, savedFirst(saved, database))
    isAt(saved.rev)
  }
  const restore = async () => {
    const snapshot = key && (await space.db.table<Snapshot, string>('meta').get(key))
    if (!snapshot || snapshot.catalog !== signature) return
    lastFound.clear()
    for (const [table, entries] of Object.entries(snapshot.tables))
      shelves.set(table, { ordered: entries, byId: new Map(entries.map((entry) => [entry.id, entry])) })
    seen = kept = snapshot.rev
  }
  const load = () => (seen === 0 && !ready ? restore().then(catchUp) : catchUp())
  const keepSnapshot = async () => {
    if (!key || !ready || kept === seen) return
    const tables = Object.fromEntries([...shelves].map(([table, shelf]) => [table, shelf.ordered]))
    kept = seen
    await space.db.table('meta').put({ key, rev: seen, catalog: signature, tables })
  }

  onSaved(space, (saved) => {
    const take = () => takeSaved(saved).catch(() => {})
    running = running.then(take, take)
  })
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
    /** The best answers first, each kind of answer in the order of the list; as many as asked for, and how many there are. */
    search(table: string, query: string, most = Number.POSITIVE_INFINITY, fits: Fits = () => true): Answers {
      const terms = termsOf(query)
      const last = lastFound.get(table)
      const among = last && narrows(last.terms, terms) ? last.entries : this.all(table)
      const entries: Entry[] = []
      const byRank: readonly [Entry[], Entry[], Entry[]] = [[], [], []]
      const [first = '', ...rest] = terms
      let total = 0
      next: for (const entry of among) {
        const found = rank(entry, first)
        if (found === undefined) continue
        for (const term of rest) if (!entry.folded.includes(term)) continue next
        entries.push(entry)
        if (!fits(entry)) continue
        total += 1
        if (byRank[found].length < most) byRank[found].push(entry)
      }
      lastFound.set(table, { terms, entries })
      return { rows: byRank.flat().slice(0, most), total }
    },
  }
}
export type SearchIndex = ReturnType<typeof openSearchIndex>
