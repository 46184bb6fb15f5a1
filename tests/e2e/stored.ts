import type { Page } from 'playwright'

type Row = Record<string, unknown> & { id: string }
/** Everything one database of the app holds, by table, as it lies on the disk. */
export type Stored = Record<string, Row[]>

/** Reads the app's own database apart from the app, so that nothing of its code is between. */
export const storedIn = (page: Page): Promise<Stored> =>
  page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, failed) => {
        request.onsuccess = () => done(request.result)
        request.onerror = () => failed(request.error)
      })
    const map = await answer(indexedDB.open('maillage'))
    const known = await answer(map.transaction('spaces').objectStore('spaces').get('known'))
    map.close()
    const db = await answer(indexedDB.open(known[known.current].name))
    const tables = [...db.objectStoreNames]
    const reading = db.transaction(tables)
    const all = await Promise.all(
      tables.map(async (table) => [table, await answer(reading.objectStore(table).getAll())] as const),
    )
    db.close()
    return Object.fromEntries(all)
  })

const records = ['people', 'organisations', 'affiliations', 'exchanges', 'tasks', 'events', 'visitorCounts']
const numberOf = ({ n }: Row) => n as number

/** What must hold whenever a phone is opened: names of what does not. Rows and what is to be sent agree, numbers have no gap. */
export const brokenPromises = (stored: Stored): string[] => {
  const broken: string[] = []
  const outbox = stored.outbox ?? []
  const mark = stored.meta?.find(({ key }) => key === 'mark')
  if (outbox.some((entry, at) => numberOf(entry) !== at + 1)) broken.push('the outbox has a gap')
  if (mark?.lastChange !== outbox.length) broken.push('the mark does not count the outbox')
  if (new Set(outbox.map(({ id }) => id)).size !== outbox.length) broken.push('two changes have one id')
  const sent = new Set(outbox.map(({ table, row }) => `${table}/${row}`))
  const rows = records.flatMap((table) => (stored[table] ?? []).map(({ id }) => `${table}/${id}`))
  for (const row of rows) if (!sent.has(row)) broken.push(`${row} is not in the outbox`)
  for (const row of sent) if (!rows.includes(row)) broken.push(`${row} is in the outbox only`)
  const ids = new Set(rows.map((row) => row.split('/')[1]))
  for (const table of records)
    for (const row of stored[table] ?? [])
      for (const link of ['person', 'organisation', 'event', 'exchange'])
        if (row[link] !== undefined && !ids.has(String(row[link]))) broken.push(`${table} points to an absent ${link}`)
  return broken
}
