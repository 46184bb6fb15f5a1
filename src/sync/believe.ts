import * as z from 'zod/mini'
import { isOurType, isPackedType, parsed } from '../protocol/our-answer.ts'
import { unpacked } from '../protocol/packed.ts'
import { failure, packedReply, protocolNumber, syncReply } from '../protocol/sync-message.ts'
import type { Answer } from './answer.ts'

/** What came back, whoever sent it. */
export type Heard = { status: number; type: string | null; retryAfter: string | null; text: string }

z.config({ jitless: true }) // its eval probe would break the content policy

const numbered = z.object({ p: z.number() })

/** `Retry-After` in ms: seconds, or a date by our clock. */
const waitOf = (given: string | null, now: number): number | undefined => {
  if (given === null) return undefined
  const ms = /^\d+$/.test(given) ? Number(given) * 1_000 : Date.parse(given) - now
  return ms > 0 ? ms : undefined
}

/** An answer without our mark: from a portal, a proxy, a host that shows its own page. */
const fromElsewhere = ({ status, retryAfter }: Heard, now: number): Answer => {
  if (status === 413) return { kind: 'too-large', isOurs: false }
  if (status === 429 || status === 503) return { kind: 'busy', retryAfter: waitOf(retryAfter, now) }
  return status >= 500 && status !== 511 ? { kind: 'server' } : { kind: 'portal' }
}

/** Believes a success only with our type, our protocol and the id of this very request: portals and caches answer too. */
export const believed = (heard: Heard, rid: string, now: number): Answer => {
  const isPacked = isPackedType(heard.type)
  const hasOurType = isPacked || isOurType(heard.type)
  const said = parsed(heard.text)
  // Its end was lost on the way.
  if (hasOurType && said === undefined && heard.text.startsWith(isPacked ? '[' : '{'))
    return { kind: 'no-network', isSlow: false }
  const body = isPacked ? unpacked(packedReply, said) : said
  if (!hasOurType || !numbered.safeParse(body).success) return fromElsewhere(heard, now)
  if (numbered.parse(body).p > protocolNumber) return { kind: 'outdated' }
  if (heard.status === 200) {
    const reply = syncReply.safeParse(body)
    if (!reply.success) return { kind: 'server' }
    return reply.data.rid === rid ? { kind: 'reply', reply: reply.data } : { kind: 'portal' }
  }
  const told = failure.safeParse(body)
  if (heard.status === 401 || heard.status === 404) return { kind: 'signed-out' }
  if (heard.status === 413) {
    const { rid: of, maxBytes } = told.data ?? {}
    // Said of another request, by somebody in between. A server of before tells of none: on its word nothing is set aside.
    return of !== undefined && of !== rid ? { kind: 'portal' } : { kind: 'too-large', isOurs: of === rid, maxBytes }
  }
  if (heard.status === 429 || heard.status === 503) return { kind: 'busy', retryAfter: waitOf(heard.retryAfter, now) }
  return { kind: 'server' }
}
