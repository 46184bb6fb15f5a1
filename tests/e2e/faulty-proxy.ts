import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

type Answer = { status: number; type: string; body: Buffer }
/** What a bad network makes of a good answer. */
export type Fault = (path: string, answer: Answer) => Answer

export interface FaultyProxy {
  url: string
  /** From now on answers go through this; without it they are the server's own. */
  fault(fault?: Fault): void
  close(): void
}

/** Stands between browser and server as portals and broken proxies do. */
export async function startFaultyProxy(target: string): Promise<FaultyProxy> {
  let present: Fault | undefined
  const proxy = createServer(async (request, response) => {
    const path = request.url ?? '/'
    const real = await fetch(target + path, { redirect: 'manual' })
    const good = {
      status: real.status,
      type: real.headers.get('content-type') ?? '',
      body: Buffer.from(await real.arrayBuffer()),
    }
    const { status, type, body } = present?.(path, good) ?? good
    const headers = { 'content-type': type, 'cache-control': real.headers.get('cache-control') ?? 'no-cache' }
    response.writeHead(status, headers).end(body)
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
