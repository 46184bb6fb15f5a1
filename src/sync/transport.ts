import { deviceHeader, messageType, type SyncRequest } from '../protocol/sync-message.ts'
import type { Answer, Transport } from './answer.ts'
import { believed, type Heard } from './believe.ts'
import type { Timer } from './timer.ts'

/** Until the first byte of the answer, and between two parts of it, in ms: past that, the link only seems to be one. */
const patience = { first: 15_000, next: 30_000 }
/** Less than this is not worth packing, in characters. */
const worthPacking = 1_000

export type TransportParts = {
  url: string
  device: string
  fetch: typeof fetch
  timer: Timer
  clock: () => number
}

const packed = async (text: string): Promise<{ body: BodyInit; headers: Record<string, string> }> => {
  if (text.length < worthPacking || typeof CompressionStream === 'undefined') return { body: text, headers: {} }
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))
  return { body: await new Response(stream).arrayBuffer(), headers: { 'Content-Encoding': 'gzip' } }
}

/** All of a body, as long as something comes. */
const textOf = async (response: Response, isAlive: () => void): Promise<string> => {
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (;;) {
    const part = await reader?.read()
    if (!part || part.done) return text + decoder.decode()
    isAlive()
    text += decoder.decode(part.value, { stream: true })
  }
}

/** One request over HTTP. Gives up on a link that is none; never throws. */
export const httpTransport = ({ url, device, fetch, timer, clock }: TransportParts): Transport => {
  const heardOf = async (request: SyncRequest, signal: AbortSignal, isAlive: () => void): Promise<Heard> => {
    const { body, headers } = await packed(JSON.stringify(request))
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'Content-Type': messageType, Accept: messageType, [deviceHeader]: device, ...headers },
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'manual',
      signal,
    })
    isAlive()
    const { status, headers: given } = response
    const text = await textOf(response, isAlive)
    return { status, type: given.get('Content-Type'), retryAfter: given.get('Retry-After'), text }
  }
  return async (request, signal): Promise<Answer> => {
    const giveUp = new AbortController()
    let isSlow = false
    const lost = () => {
      isSlow = true
      giveUp.abort()
    }
    let cancel = timer(lost, patience.first)
    const isAlive = () => {
      cancel()
      isSlow = true
      cancel = timer(lost, patience.next)
    }
    const stop = () => giveUp.abort()
    signal.addEventListener('abort', stop)
    try {
      return believed(await heardOf(request, giveUp.signal, isAlive), request.rid, clock())
    } catch {
      return { kind: 'no-network', isSlow }
    } finally {
      cancel()
      signal.removeEventListener('abort', stop)
    }
  }
}
