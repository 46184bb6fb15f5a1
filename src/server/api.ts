import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import {
  enterRequest,
  heldRequest,
  historyRequest,
  invitationsRequest,
  inviteRequest,
  lookRequest,
} from '../protocol/entry-message.ts'
import { packedReply, packedRequest } from '../protocol/sync-message.ts'
import { answer, answerPacked } from './answer.ts'
import { blobRoutes } from './blob-routes.ts'
import { askerFrom, giveCookie, tokenFrom } from './cookies.ts'
import { enter } from './entry/enter.ts'
import { invitations, invite } from './entry/invite.ts'
import { look } from './entry/look.ts'
import { isGuessable } from './entry/secrets.ts'
import { secureWay } from './entry/secure-way.ts'
import { openTries } from './entry/tries.ts'
import type { EventStreams } from './events.ts'
import { failpoint } from './failpoint.ts'
import { Failure, failure } from './failure.ts'
import { held } from './held.ts'
import { history } from './history.ts'
import type { House } from './house.ts'
import { peerOf } from './peer.ts'
import { bodyOf, maxBytes, readBody } from './request-body.ts'
import { sameOrigin } from './same-origin.ts'
import { type Asker, isMember } from './session.ts'
import { sync } from './sync.ts'
import { type SyncAsk, syncAsk } from './sync-ask.ts'
import { traceOf } from './trace.ts'
import { openTurns } from './turns.ts'

/** Who is not known yet has little to say. In bytes. */
const MOST_OF_A_STRANGER = 64 * 1024
/** A longer request brings changes. In bytes. */
const SHORT = 1_000

/** All that phones ask of the server; `tell` hears of what went wrong inside, without anybody's words. */
export const api = (house: House, streams: EventStreams, tell: (line: string) => void): Hono => {
  const routes = new Hono()
  const tries = openTries(house.now)
  const turns = openTurns()
  routes.use(sameOrigin(house))
  routes.use('/enter/*', secureWay(house))

  /** Wrong codes are counted, so that nobody finds one by trying; the token of a link is out of reach. */
  const counted = async <T>(c: Context, secret: string, act: () => Promise<T>): Promise<T> => {
    if (!isGuessable(secret)) return act()
    const peer = peerOf(c)
    tries.may(peer)
    return act().catch((error) => {
      if (error instanceof Failure && error.code === 'unknown') tries.failed(peer)
      throw error
    })
  }

  routes.post('/enter/look', async (c) => {
    const ask = await readBody(c, lookRequest, MOST_OF_A_STRANGER)
    return answer(c, await counted(c, ask.secret, () => look(house, ask)))
  })

  routes.post('/enter', async (c) => {
    const ask = await readBody(c, enterRequest, MOST_OF_A_STRANGER)
    const { reply, token, told } = await counted(c, ask.secret, () => enter(house, ask))
    if (told > 0) house.pokes.tell(reply.campus, told, ask.device)
    giveCookie(c, house, ask.device, token)
    return answer(c, reply)
  })

  /** Whose question it is, before any of it is read: a stranger's is not. What they may is looked at again as it is done. */
  const memberAt = async (c: Context<object, '/c/:campus'>): Promise<[campus: string, asker: Asker]> => {
    const [campus, asker] = [c.req.param('campus'), askerFrom(c, house)]
    if (!(await isMember(house, campus, asker))) throw failure('not-found')
    return [campus, asker]
  }

  const synced = async (c: Context, campus: string, asker: Asker, ask: SyncAsk) => {
    const { reply, told, isOld } = await sync(house, campus, asker, ask)
    if (ask.changes.length > 0) failpoint('after-commit')
    if (told > 0) house.pokes.tell(campus, told, asker.device)
    if (isOld) {
      await house.ledger.write(campus, (at) => at.renewSession(asker.digest))
      giveCookie(c, house, asker.device, tokenFrom(c, house, asker.device))
    }
    return answerPacked(c, packedReply, reply)
  }

  routes.post('/c/:campus/sync', async (c) => {
    const [campus, asker] = await memberAt(c)
    const body = await bodyOf(c, maxBytes, packedRequest)
    const { outgoing } = c.env as HttpBindings
    const known = body.size < SHORT ? await body.read(syncAsk) : undefined
    const act = async (most?: number) => {
      // Read in its turn: of hundreds that wait, what each brings would fill the memory.
      const ask = known ?? (await body.read(syncAsk))
      return synced(c, campus, asker, most === undefined ? ask : { ...ask, limit: Math.min(ask.limit ?? most, most) })
    }
    return known?.changes.length === 0 ? turns.fetch(campus, outgoing, act) : turns.bring(campus, outgoing, act)
  })

  routes.post('/c/:campus/invite', async (c) => {
    const [campus, asker] = await memberAt(c)
    return answer(c, await invite(house, campus, asker, await readBody(c, inviteRequest)))
  })

  routes.post('/c/:campus/invitations', async (c) => {
    const [campus, asker] = await memberAt(c)
    return answer(c, await invitations(house, campus, asker, await readBody(c, invitationsRequest)))
  })

  routes.post('/c/:campus/history', async (c) => {
    const [campus, asker] = await memberAt(c)
    return answer(c, await history(house, campus, asker, await readBody(c, historyRequest)))
  })

  routes.post('/c/:campus/held', async (c) => {
    const [campus, asker] = await memberAt(c)
    const { reply, told } = await held(house, campus, asker, await readBody(c, heldRequest))
    if (told > 0) house.pokes.tell(campus, told, '')
    return answer(c, reply)
  })

  routes.get('/c/:campus/events', async (c) => {
    const asker = askerFrom(c, house, c.req.query('device') ?? '')
    const body = await streams.open(c.req.param('campus'), asker)
    return c.body(body, 200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      // Some proxies hold an answer back until it is whole, unless asked.
      'X-Accel-Buffering': 'no',
    })
  })

  blobRoutes(routes, house, memberAt)

  const fail = (c: Context, error: Failure) => answer(c, error.body, error.status)
  routes.all('*', (c) => fail(c, failure('not-found')))
  routes.onError((error, c) => {
    if (error instanceof Failure) return fail(c, error)
    tell(traceOf(error))
    return fail(c, failure('internal'))
  })
  return routes
}
