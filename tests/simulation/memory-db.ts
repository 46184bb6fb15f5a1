type Row = Record<string, unknown>
type Key = string | number
type Rows = Map<Key, Row>

/** When the phone dies: as a transaction is about to complete, or as soon as it did. */
export type Death = 'before-commit' | 'after-commit'

const keyPath: Readonly<Record<string, string>> = { outbox: 'n', refused: 'n', meta: 'key', texts: 'key' }
const pathOf = (table: string) => keyPath[table] ?? 'id'
const compare = (a: unknown, b: unknown) => ((a as Key) < (b as Key) ? -1 : (a as Key) > (b as Key) ? 1 : 0)

/** What is on the disk of a phone, whoever opens it. */
export const memoryDisk = () => {
  const tables = new Map<string, Rows>()
  return {
    tables,
    rowsOf: (table: string): Rows => {
      const rows = tables.get(table) ?? new Map()
      tables.set(table, rows)
      return rows
    },
    wipe: () => tables.clear(),
  }
}
export type MemoryDisk = ReturnType<typeof memoryDisk>

/**
 * As much of Dexie as the two doors of the store and the outbox use, over a disk in memory: transactions come one after
 * the other and are kept whole or not at all. A phone may be killed at any of its commits. `committed` hears what was put
 * into the outbox.
 */
export const memoryDb = (disk: MemoryDisk, committed: (said: Iterable<Row>) => void, died: (death: Death) => void) => {
  // Nothing answers any more on a phone that is dead. Its own: one for all would keep all who wait for it.
  const silence = new Promise<never>(() => {})
  let isDead = false
  let death: Death | undefined
  let left = 0
  let written: Map<string, Map<Key, Row | undefined>> | undefined
  let turn: Promise<unknown> = Promise.resolve()

  const alive = <T>(value: T): Promise<T> => (isDead ? silence : Promise.resolve(value))
  const valueAt = (table: string, key: Key): Row | undefined => {
    const changes = written?.get(table)
    return changes?.has(key) ? changes.get(key) : disk.rowsOf(table).get(key)
  }
  const all = (table: string): Row[] => {
    const changes = written?.get(table)
    if (!changes) return [...disk.rowsOf(table).values()]
    const kept = [...disk.rowsOf(table)].filter(([key]) => !changes.has(key)).map(([, row]) => row)
    return [...kept, ...[...changes.values()].filter((row) => row !== undefined)]
  }
  const keep = (changes: NonNullable<typeof written>) => {
    for (const [table, some] of changes)
      for (const [key, row] of some) {
        if (row) disk.rowsOf(table).set(key, row)
        else disk.rowsOf(table).delete(key)
      }
    committed([...(changes.get('outbox')?.values() ?? [])].filter((row) => row !== undefined))
  }
  /** Keeps what was written, unless the phone dies of it; whether it lives on. */
  const commit = (changes: NonNullable<typeof written>): boolean => {
    const dies = changes.size > 0 && death !== undefined && left === 0 ? death : undefined
    if (changes.size > 0 && left > 0) left -= 1
    if (dies !== 'before-commit') keep(changes)
    if (!dies) return true
    died(dies)
    void die()
    return false
  }
  const set = (table: string, key: Key, row: Row | undefined) => {
    if (isDead) return
    const changes = written ?? new Map<string, Map<Key, Row | undefined>>()
    const some = changes.get(table) ?? new Map<Key, Row | undefined>()
    changes.set(table, some.set(key, row && Object.freeze(row)))
    if (!written) commit(changes)
  }
  const run = async <T>(act: () => Promise<T>): Promise<T> => {
    if (isDead) return silence
    written = new Map()
    try {
      const result = await act()
      const changes = written
      written = undefined
      if (isDead) return silence
      return commit(changes) ? result : silence
    } finally {
      written = undefined
    }
  }
  const die = () => {
    isDead = true
    return silence
  }

  type Wanted = { field: string; fits: (value: unknown) => boolean }
  const collection = (table: string, wanted: Wanted, most = Number.POSITIVE_INFINITY) => {
    const found = () =>
      all(table)
        .filter((row) => row[wanted.field] !== undefined && wanted.fits(row[wanted.field]))
        .sort((a, b) => compare(a[wanted.field], b[wanted.field]))
        .slice(0, most)
    return {
      toArray: () => alive(found()),
      count: () => alive(found().length),
      limit: (count: number) => collection(table, wanted, count),
      delete: async () => {
        for (const row of found()) set(table, row[pathOf(table)] as Key, undefined)
        return alive(undefined)
      },
    }
  }
  const tableOf = (name: string) => {
    const put = (row: Row) => set(name, row[pathOf(name)] as Key, row)
    return {
      get: (key: Key) => alive(valueAt(name, key)),
      bulkGet: (keys: readonly Key[]) => alive(keys.map((key) => valueAt(name, key))),
      toArray: () => alive(all(name)),
      count: () => alive(all(name).length),
      put: async (row: Row) => alive(put(row)),
      bulkPut: async (rows: readonly Row[]) => alive(rows.forEach(put)),
      bulkAdd: async (rows: readonly Row[]) => {
        for (const row of rows)
          if (valueAt(name, row[pathOf(name)] as Key)) throw new Error(`${name} has ${row[pathOf(name)]} already`)
        return alive(rows.forEach(put))
      },
      update: async (key: Key, values: Row) => {
        const row = valueAt(name, key)
        if (row) put({ ...row, ...values })
        return alive(row ? 1 : 0)
      },
      bulkDelete: async (keys: readonly Key[]) => alive(keys.forEach((key) => void set(name, key, undefined))),
      delete: async (key: Key) => alive(set(name, key, undefined)),
      where: (field: string) => ({
        above: (low: unknown) => collection(name, { field, fits: (value) => compare(value, low) > 0 }),
        belowOrEqual: (high: unknown) => collection(name, { field, fits: (value) => compare(value, high) <= 0 }),
        equals: (one: unknown) => collection(name, { field, fits: (value) => value === one }),
        anyOf: (some: readonly unknown[]) => collection(name, { field, fits: (value) => some.includes(value) }),
      }),
    }
  }
  const opened = new Map<string, ReturnType<typeof tableOf>>()
  const table = (name: string) => {
    const known = opened.get(name) ?? tableOf(name)
    opened.set(name, known)
    return known
  }
  return {
    table,
    transaction: <T>(_mode: string, _tables: unknown, act: () => Promise<T>): Promise<T> => {
      const mine = turn.then(() => run(act))
      turn = mine.catch(() => {})
      return mine
    },
    kill: () => void die(),
    /** `after`: so many commits from now. */
    dieAt: (when: Death | undefined, after = 0) => {
      death = when
      left = after
    },
    isDead: () => isDead,
  }
}
export type MemoryDb = ReturnType<typeof memoryDb>
