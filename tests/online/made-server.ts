import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { messageType } from '../../src/protocol/sync-message.ts'

export type Asked = { path: string; headers: IncomingMessage['headers']; body: Record<string, unknown> }
type Reply = (asked: Asked, response: ServerResponse) => void

/** A real HTTP server that answers as the test says, and notes what it was asked. */
export const madeServer = async (reply: Reply) => {
  const heard: Asked[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const asked = {
      path: request.url ?? '',
      headers: request.headers,
      body: JSON.parse(Buffer.concat(chunks).toString() || '{}'),
    }
    heard.push(asked)
    reply(asked, response)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const stop = async () => {
    if (!server.listening) return
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
  onTestFinished(stop)
  const fetchThere = (path: string, asked: RequestInit) => fetch(base + path, asked)
  return { heard, stop, fetch: fetchThere }
}

/** An answer as our server gives it. */
export const say = (response: ServerResponse, message: unknown, status = 200, type = messageType): void => {
  response.writeHead(status, { 'content-type': type }).end(typeof message === 'string' ? message : json(message))
}
const json = (message: unknown) => JSON.stringify(message)
