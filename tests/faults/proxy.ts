import {
  request as ask,
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { startWire, type Wire } from './wire.ts'

export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer }

/** A request on its way, and what the network may make of it. */
export interface Exchange {
  path: string
  /** Of its body, in bytes. */
  size: number
  /** Brings it to the server, again when it is asked again. @throws when no server answers. */
  forward(): Promise<Answer>
  give(answer: Answer): void
  /** Gives the first half of the answer, then breaks the line. */
  cut(answer: Answer): void
  /** Breaks the line without a word. */
  reset(): void
}
/** What befalls an exchange. One that does nothing leaves the phone waiting. */
export type Fault = (exchange: Exchange) => unknown
/** `on`: of which paths, all but the line of news without it. `times`: how often, for ever without it. */
type Where = { on?: RegExp; times?: number }

export interface FaultProxy extends Omit<Wire, 'port' | 'end' | 'open'> {
  url: string
  /** From now on this befalls what passes. */
  fault(fault: Fault, where?: Where): void
  /** All passes again. */
  heal(): void
  end(): void
}

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Stands between browser and server as bad links, portals and broken proxies do. */
export const startFaultProxy = async (target: string): Promise<FaultProxy> => {
  let present: { fault: Fault; on: RegExp; left: number } | undefined

  const send = (request: IncomingMessage, headers: IncomingHttpHeaders) =>
    // No line is kept: a server that was started anew is found.
    ask(target + (request.url ?? '/'), { method: request.method, headers, agent: false })
  /** As it comes, both ways. */
  const pass = (request: IncomingMessage, response: ServerResponse) => {
    const onward = send(request, request.headers)
    onward.on('response', (real) => {
      response.writeHead(real.statusCode ?? 200, real.headers)
      real.on('error', () => response.destroy())
      real.pipe(response)
    })
    onward.on('error', () => response.destroy())
    // What had come of a request that was cut has come.
    response.on('close', () => (request.complete ? onward.destroy() : onward.socket?.end()))
    request.pipe(onward)
  }
  const exchangeOf = (request: IncomingMessage, response: ServerResponse, body: Buffer): Exchange => {
    const give = ({ status, headers, body }: Answer, part = body.length) => {
      const { 'transfer-encoding': _, 'content-length': __, ...others } = headers
      const isBare = status === 204 || status === 304
      response.writeHead(status, isBare ? others : { ...others, 'content-length': body.length })
      if (part < body.length) response.write(body.subarray(0, part))
      else response.end(body)
    }
    const reset = () => void request.socket.resetAndDestroy()
    return {
      path: request.url ?? '/',
      size: body.length,
      forward: async () => {
        // A fault is given the answer as it reads.
        const onward = send(request, { ...request.headers, 'accept-encoding': 'identity' })
        const real = await new Promise<IncomingMessage>((done, fail) => {
          onward.on('response', done).on('error', fail).end(body)
        })
        return { status: real.statusCode ?? 200, headers: real.headers, body: await bodyOf(real) }
      },
      give: (answer) => give(answer),
      cut: (answer) => {
        give(answer, Math.floor(answer.body.length / 2))
        // What was written leaves first.
        setTimeout(reset, 50)
      },
      reset,
    }
  }
  const inner = createServer(async (request, response) => {
    const path = request.url ?? '/'
    const isHit = present?.on.test(path) && present.left > 0
    if (!present || !isHit) return pass(request, response)
    present.left -= 1
    const { fault } = present
    try {
      await fault(exchangeOf(request, response, await bodyOf(request)))
    } catch {
      response.destroy()
    }
  })
  await new Promise<void>((resolve) => inner.listen(0, resolve))
  const { port, end, open, ...wire } = await startWire((inner.address() as AddressInfo).port)
  return {
    ...wire,
    url: `http://localhost:${port}`,
    fault: (fault, { on = /^(?!.*\/events)/, times = Number.POSITIVE_INFINITY } = {}) => {
      present = { fault, on, left: times }
    },
    heal: () => {
      present = undefined
      open()
    },
    end: () => {
      end()
      inner.closeAllConnections()
      inner.close()
    },
  }
}
