import * as z from 'zod/mini'
import { type Answer, toldReasons, type Why } from '../domain/answer.ts'
import { isOurType, parsed } from '../protocol/our-answer.ts'
import { deviceHeader, failure, messageType, protocolNumber } from '../protocol/sync-message.ts'

export type Server = {
  readonly fetch: (path: string, asked: RequestInit) => Promise<Response>
  /** Ms until an answer must be there whole. */
  readonly patience?: number
}
/** The server, and as whom one speaks to it. */
export type Membership = Server & { readonly campus: string; readonly device: string }

export const no = (why: Why) => ({ ok: false, why }) as const
const told: ReadonlySet<string> = new Set(toldReasons)
const isTold = (error: string): error is Why => told.has(error)

const answered = async <S extends z.ZodMiniType>(response: Response, reply: S): Promise<Answer<z.infer<S>>> => {
  if (!isOurType(response.headers.get('content-type'))) return no(response.status >= 500 ? 'server' : 'portal')
  const message = parsed(await response.text())
  // Its end was lost on the way.
  if (message === undefined) return no('no-network')
  if (response.ok) {
    const read = z.safeParse(reply, message)
    return read.success ? { ok: true, value: read.data } : no('server')
  }
  const { data } = z.safeParse(failure, message)
  return no(data && isTold(data.error) ? data.error : 'server')
}

/**
 * Asks the server for one thing, and believes only an answer of our type and protocol: portals, proxies and caches answer
 * too. Never throws; whatever is asked may be asked again.
 */
export const ask = async <S extends z.ZodMiniType>(
  { fetch, patience = 15_000 }: Server,
  path: string,
  asked: Readonly<Record<string, unknown>>,
  reply: S,
  device?: string,
): Promise<Answer<z.infer<S>>> => {
  const given = new AbortController()
  const timer = setTimeout(() => given.abort(), patience)
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': messageType, accept: messageType, ...(device && { [deviceHeader]: device }) },
      body: JSON.stringify({ p: protocolNumber, ...asked }),
      cache: 'no-store',
      credentials: 'same-origin',
      redirect: 'manual',
      signal: given.signal,
    })
    return await answered(response, reply)
  } catch {
    return no('no-network')
  } finally {
    clearTimeout(timer)
  }
}

/** The same, as a member of a space. */
export const askAsMember = <S extends z.ZodMiniType>(
  membership: Membership,
  what: 'invite' | 'invitations' | 'history' | 'held',
  asked: Readonly<Record<string, unknown>>,
  reply: S,
): Promise<Answer<z.infer<S>>> =>
  ask(membership, `/api/c/${encodeURIComponent(membership.campus)}/${what}`, asked, reply, membership.device)
