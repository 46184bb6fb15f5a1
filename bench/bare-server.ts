import { readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { createGunzip, gzipSync } from 'node:zlib'
import type { BareStore } from './bare-store.ts'

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' }

/** The least a server needs: one durable transaction a request, one answer with all that is new. */
export const startBareServer = async (
  store: BareStore,
  folder: string,
): Promise<{ url: string; stop: () => Promise<void> }> => {
  const listeners = new Set<ServerResponse>()
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const json = (body: unknown) => {
      const packed = gzipSync(JSON.stringify(body))
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }).end(packed)
    }
    if (url.pathname === '/push') {
      const last = await store.commit(JSON.parse(await text(request.pipe(createGunzip()))))
      json({ seq: last })
      for (const listener of listeners) listener.write(`data: ${last}\n\n`)
    } else if (url.pathname === '/pull') {
      const rows = await store.since(Number(url.searchParams.get('since')))
      json(rows.map(({ tbl, id, seq, fields }) => ({ table: tbl, id, seq, ...fields })))
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
    return store.close()
  }
  return { url: `http://localhost:${(server.address() as AddressInfo).port}`, stop }
}
