import * as z from 'zod/mini'
import { blobRefusals, blobReply, offsetHeader, rowHeader } from '../protocol/blob-message.ts'
import { isOurType, parsed } from '../protocol/our-answer.ts'
import { deviceHeader, failure, protocolNumber } from '../protocol/sync-message.ts'
import type { BlobAnswer, BringBlob } from './blob-answer.ts'
import type { Timer } from './timer.ts'

/** Until the answer is there, in ms: 256 KiB on the slowest link that is one. */
const patience = 60_000
const never: ReadonlySet<string> = new Set([...blobRefusals, 'too-large', 'invalid'])
const numbered = z.object({ p: z.number() })

type Heard = { status: number; isOurs: boolean; text: string }

/** Believes only what our server says of these very bytes. */
const answered = ({ status, isOurs, text }: Heard, sha: string): BlobAnswer => {
  const body = parsed(text)
  const number = numbered.safeParse(body).data?.p
  if (!isOurs || number === undefined) {
    if (isOurs && text.startsWith('{')) return { kind: 'no-network' }
    return { kind: status === 429 || status === 503 ? 'busy' : status >= 500 && status !== 511 ? 'server' : 'portal' }
  }
  if (number > protocolNumber) return { kind: 'outdated' }
  if (status === 200) {
    const { data } = blobReply.safeParse(body)
    return data?.sha === sha ? { kind: 'at', at: data.at } : { kind: 'portal' }
  }
  const code = failure.safeParse(body).data?.error ?? ''
  if (never.has(code)) return { kind: 'refused', code: code as 'mismatch' }
  if (status === 404) return { kind: 'signed-out' }
  return { kind: status === 429 ? 'busy' : 'server' }
}

export type BlobLinkParts = { base: string; device: string; fetch: typeof fetch; timer: Timer }

/** Brings bytes over HTTP. Gives up on a link that is none; never throws. */
export const blobLink =
  ({ base, device, fetch, timer }: BlobLinkParts): BringBlob =>
  async ({ sha, row, at, bytes }, signal) => {
    const giveUp = new AbortController()
    const stop = () => giveUp.abort()
    const cancel = timer(stop, patience)
    signal.addEventListener('abort', stop)
    try {
      const response = await fetch(`${base}/blobs/${sha}`, {
        method: 'PATCH',
        headers: { [deviceHeader]: device, [offsetHeader]: String(at), [rowHeader]: row },
        ...(bytes && { body: bytes }),
        credentials: 'same-origin',
        cache: 'no-store',
        redirect: 'manual',
        signal: giveUp.signal,
      })
      const isOurs = isOurType(response.headers.get('Content-Type'))
      return answered({ status: response.status, isOurs, text: await response.text() }, sha)
    } catch {
      return { kind: 'no-network' }
    } finally {
      cancel()
      signal.removeEventListener('abort', stop)
    }
  }
