import { readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { createGunzip, gzipSync } from 'node:zlib'
import Database from 'libsql'
import type { Contact } from './contact-rows.ts'

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' }

/** The least a server needs that keeps rows with their history: one durable transaction a request, one answer with all that is new. */
export const startBareServer = async (file: string, folder: string): Promise<{ url: string; stop: () => void }> => {
  const db = new Database(file)
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  db.exec(`
    CREATE TABLE rows (tbl TEXT, id TEXT, seq INTEGER, fields TEXT, PRIMARY KEY (tbl, id));
    CREATE INDEX rows_by_seq ON rows (seq);
    CREATE TABLE history (seq INTEGER PRIMARY KEY, tbl TEXT, id TEXT, at INTEGER, fields TEXT);
  `)
  const keep = db.prepare(
    'INSERT INTO rows VALUES (?, ?, ?, ?) ON CONFLICT (tbl, id) DO UPDATE SET seq = excluded.seq, fields = json_patch(fields, excluded.fields)',
  )
  const log = db.prepare('INSERT INTO history VALUES (?, ?, ?, ?, ?)')
  const since = db.prepare('SELECT tbl, id, seq, fields FROM rows WHERE seq > ? ORDER BY seq')
  let last = 0
  const commit = (rows: Contact[]) => {
    db.exec('BEGIN IMMEDIATE')
    for (const { table, row, fields } of rows) {
      last += 1
      const written = JSON.stringify(fields)
      keep.run(table, row, last, written)
      log.run(last, table, row, Date.now(), written)
    }
    db.exec('COMMIT')
  }
  const listeners = new Set<ServerResponse>()
  type Kept = { tbl: string; id: string; seq: number; fields: string }
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const json = (body: unknown) => {
      const packed = gzipSync(JSON.stringify(body))
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }).end(packed)
    }
    if (url.pathname === '/push') {
      commit(JSON.parse(await text(request.pipe(createGunzip()))))
      json({ seq: last })
      for (const listener of listeners) listener.write(`data: ${last}\n\n`)
    } else if (url.pathname === '/pull') {
      const rows = since.all(Number(url.searchParams.get('since'))) as Kept[]
      json(rows.map(({ tbl, id, seq, fields }) => ({ table: tbl, id, seq, ...JSON.parse(fields) })))
    } else if (url.pathname === '/events') {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write(': hello\n\n')
      listeners.add(response)
      request.on('close', () => listeners.delete(response))
    } else {
      try {
        const body = readFileSync(join(folder, url.pathname))
        response.writeHead(200, { 'Content-Type': types[extname(url.pathname)] ?? 'text/plain' }).end(body)
      } catch {
        response.writeHead(404).end()
      }
    }
  })
  await new Promise<void>((done) => server.listen(0, 'localhost', done))
  const stop = () => {
    server.closeAllConnections()
    server.close()
    db.close()
  }
  return { url: `http://localhost:${(server.address() as AddressInfo).port}`, stop }
}
