import { isPackedType } from '../protocol/our-answer.ts'
import { packed } from '../protocol/packed.ts'
import { deviceHeader, messageType, packedRequest, packedType, type SyncRequest } from '../protocol/sync-message.ts'
import type { Answer, Transport } from './answer.ts'
import { believed, type Heard } from './believe.ts'
import type { Timer } from './timer.ts'

/** Until the first byte of the answer, and between two parts of it, in ms: past that, the link only seems to be one. */
const patience = { first: 15_000, next: 30_000 }
/** Less than this is not worth zipping, in characters. */
const worthZipping = 1_000

export type TransportParts = {
  url: string
  device: string
  fetch: typeof fetch
  timer: Timer
  clock: () => number
}

const zipped = async (text: string): Promise<{ body: BodyInit; headers: Record<string, string> }> => {
  if (text.length < worthZipping || typeof CompressionStream === 'undefined') return { body: text, headers: {} }
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

type Silence = Extract<Answer, { kind: 'no-network' }>
const isHeard = (one: Heard | Silence): one is Heard => 'status' in one

/**
 * One request over HTTP. Gives up on a link that is none; never throws. It is packed after an answer that was: a server
 * that took the place of that one, and does not know the form, is asked again without it.
 */
export const httpTransport = ({ url, device, fetch, timer, clock }: TransportParts): Transport => {
  let isPacked = false
  const heardOf = async (
    request: SyncRequest,
    asPacked: boolean,
    signal: AbortSignal,
    isAlive: () => void,
  ): Promise<Heard> => {
    const type = asPacked ? packedType : messageType
    const { body, headers } = await zipped(JSON.stringify(asPacked ? packed(packedRequest, request) : request))
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'Content-Type': type, Accept: `${packedType}, ${messageType}`, [deviceHeader]: device, ...headers },
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
  const tried = async (request: SyncRequest, asPacked: boolean, signal: AbortSignal): Promise<Heard | Silence> => {
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
      return await heardOf(request, asPacked, giveUp.signal, isAlive)
    } catch {
      return { kind: 'no-network', isSlow }
    } finally {
      cancel()
      signal.removeEventListener('abort', stop)
    }
  }
  return async (request, signal): Promise<Answer> => {
    const asPacked = isPacked
    let heard = await tried(request, asPacked, signal)
    if (asPacked && isHeard(heard) && heard.status === 415 && !signal.aborted)
      heard = await tried(request, false, signal)
    const answer = isHeard(heard) ? believed(heard, request.rid, clock()) : heard
    // Whatever else came back, it may be because of the form.
    isPacked = answer.kind === 'reply' && isHeard(heard) && isPackedType(heard.type)
    return answer
  }
}
