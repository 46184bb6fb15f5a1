import { request as ask, createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

type Answer = { status: number; type: string; body: Buffer }
/** What a bad network makes of a good answer; undefined for one that never comes. */
export type Fault = (path: string, answer: Answer) => Answer | undefined | Promise<Answer | undefined>

export interface FaultyProxy {
  url: string
  /** From now on answers go through this; without it they are the server's own. */
  fault(fault?: Fault): void
  close(): void
}

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Stands between browser and server as portals and broken proxies do. What is heard as it comes passes as it is. */
export async function startFaultyProxy(target: string): Promise<FaultyProxy> {
  let present: Fault | undefined
  const proxy = createServer((request, response) => {
    const path = request.url ?? '/'
    // A fault is given the answer as it reads.
    const headers = { ...request.headers, 'accept-encoding': 'identity' }
    const onward = ask(target + path, { method: request.method, headers }, async (real) => {
      const type = real.headers['content-type'] ?? ''
      if (type.startsWith('text/event-stream')) {
        response.writeHead(real.statusCode ?? 200, real.headers)
        return real.pipe(response)
      }
      const good = { status: real.statusCode ?? 200, type, body: await bodyOf(real) }
      if (!present) return response.writeHead(good.status, real.headers).end(good.body)
      const told = await present(path, good)
      // What makes an answer up does not name its version.
      const cached = { 'cache-control': real.headers['cache-control'] ?? 'no-cache' }
      const cookie = real.headers['set-cookie']
      const headers = { 'content-type': told?.type, ...cached, ...(cookie && { 'set-cookie': cookie }) }
      if (told) response.writeHead(told.status, headers).end(told.body)
    })
    onward.on('error', () => response.destroy())
    response.on('close', () => onward.destroy())
    request.pipe(onward)
  })
  await new Promise<void>((resolve) => proxy.listen(0, resolve))
  return {
    url: `http://localhost:${(proxy.address() as AddressInfo).port}`,
    fault(fault) {
      present = fault
    },
    close() {
      proxy.closeAllConnections()
      proxy.close()
    },
  }
}
