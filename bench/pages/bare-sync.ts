import type { Contact } from '../contact-rows.ts'

type Row = Record<string, unknown> & { id: string; table: string; seq?: number }

declare global {
  interface Window {
    /** Writes rows as they would be typed, apart from what is measured. */
    bareFill: (rows: Contact[]) => Promise<void>
    /** From the rows in IndexedDB to the server's word kept there, in ms. */
    bareUpload: () => Promise<number>
    /** From nothing to all rows in IndexedDB, in ms. */
    bareDownload: () => Promise<number>
    /** Follows the other phone; resolves when it listens. */
    bareListen: () => Promise<void>
    /** Writes one field here, sends it; resolves once the server has it. */
    bareChange: (row: string, name: string) => Promise<void>
    /** When a row with this name was in IndexedDB here, ms since 1970. */
    bareArrival: (name: string) => Promise<number>
  }
}

const indexes: Record<string, string[]> = {
  people: ['sort', 'rev'],
  affiliations: ['person', 'organisation', 'rev'],
  organisations: ['sort', 'rev'],
}
const tables = [...Object.keys(indexes), 'meta']
const opening = indexedDB.open('bare', 1)
opening.onupgradeneeded = () => {
  for (const [table, names] of Object.entries(indexes)) {
    const store = opening.result.createObjectStore(table, { keyPath: 'id' })
    for (const name of names) store.createIndex(name, name)
  }
  opening.result.createObjectStore('meta')
}
const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((done, fail) => {
    request.onsuccess = () => done(request.result)
    request.onerror = () => fail(request.error)
  })
const db = answer(opening)

const write = async (put: (transaction: IDBTransaction) => void) => {
  const transaction = (await db).transaction(tables, 'readwrite', { durability: 'strict' })
  put(transaction)
  await new Promise<void>((done, fail) => {
    transaction.oncomplete = () => done()
    transaction.onabort = () => fail(transaction.error)
  })
}
const packed = (body: unknown) =>
  new Response(new Blob([JSON.stringify(body)]).stream().pipeThrough(new CompressionStream('gzip'))).blob()
const push = async (rows: unknown) => {
  const reply = await fetch('/push', { method: 'POST', body: await packed(rows) })
  const { seq } = await reply.json()
  await write((transaction) => transaction.objectStore('meta').put(seq, 'acked'))
}
const keep = (rows: Row[]) =>
  write((transaction) => {
    for (const { table, ...row } of rows)
      transaction.objectStore(table).put({ ...row, rev: row.seq, sort: String(row.name ?? '').toLowerCase() })
    transaction.objectStore('meta').put(rows.at(-1)?.seq ?? 0, 'cursor')
  })

window.bareFill = (rows) => keep(rows.map(({ table, row, fields }) => ({ table, id: row, ...fields })))

window.bareUpload = async () => {
  const start = performance.now()
  const reading = (await db).transaction(Object.keys(indexes))
  const all = await Promise.all(
    Object.keys(indexes).map(async (table) =>
      (await answer<Row[]>(reading.objectStore(table).getAll())).map(({ id, sort: _, rev: __, ...fields }) => ({
        table,
        row: id,
        fields,
      })),
    ),
  )
  await push(all.flat())
  return performance.now() - start
}

window.bareDownload = async () => {
  const start = performance.now()
  await keep(await (await fetch('/pull?since=0')).json())
  return performance.now() - start
}

const arrivals = new Map<string, (at: number) => void>()
window.bareListen = () =>
  new Promise((done) => {
    const events = new EventSource('/events')
    events.onopen = () => done()
    events.onmessage = async () => {
      const asked = (await db).transaction('meta').objectStore('meta').get('cursor')
      const rows: Row[] = await (await fetch(`/pull?since=${await answer(asked)}`)).json()
      await keep(rows)
      for (const { name } of rows) arrivals.get(String(name))?.(Date.now())
    }
  })
window.bareArrival = (name) => new Promise((tell) => arrivals.set(name, tell))
window.bareChange = async (row, name) => {
  await write((transaction) => transaction.objectStore('people').put({ id: row, name, sort: name.toLowerCase() }))
  await push([{ table: 'people', row, fields: { name } }])
}
