import { randomUUID } from 'node:crypto'
import type { FieldChanges } from '../../src/protocol/change.ts'
import type { EnterReply } from '../../src/protocol/entry-message.ts'
import { deviceHeader, messageType, type SentChange, type SyncReply } from '../../src/protocol/sync-message.ts'
import { type RunningHouse, runHouse, tokenIn } from './running-house.ts'

export type Answer<T> = { status: number; body: T & { error?: string }; headers: Headers }

/** Posts as the app does. A string or bytes go as they are. */
export const post = async <T>(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer<T>> => {
  const isRaw = typeof body === 'string' || body instanceof Uint8Array
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': messageType, ...headers },
    body: isRaw ? (body as BodyInit) : JSON.stringify(body),
  })
  return { status: response.status, body: JSON.parse(await response.text()), headers: response.headers }
}

export type Phone = Awaited<ReturnType<typeof enterWith>>

/** Comes in by a link, as a new device of a new person. */
export const enterWith = async (at: Pick<RunningHouse, 'url'>, secret: string, name = 'Claire Martin') => {
  const device = randomUUID()
  const me = randomUUID()
  const space = { name: `Campus de ${name}`, kind: 'campus' as const }
  const asked = { p: 1, secret, key: randomUUID(), device, me, deviceName: 'Téléphone', name, space }
  const entered = await post<EnterReply>(`${at.url}/api/enter`, asked)
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  const { campus } = entered.body
  const headers = { cookie, [deviceHeader]: device }
  const ask = <T>(route: string, body: object) =>
    post<T>(`${at.url}/api/c/${campus}/${route}`, { p: 1, ...body }, headers)
  let [n, epoch]: [number, string | undefined] = [0, undefined]
  return {
    ...{ device, me, campus, cookie, headers, asked, entered, ask },
    /** What noting something mints. */
    change: (table: string, row: string, fields: FieldChanges, more: Partial<SentChange> = {}): SentChange => {
      n += 1
      return { n, id: randomUUID(), schema: 2, table, row, base: 0, at: Date.now(), offset: 0, fields, ...more }
    },
    sync: async (body: object = {}) => {
      const known = epoch === undefined ? {} : { epoch }
      const asked = { rid: randomUUID().slice(0, 8), cursor: 0, limit: 1_000, ...known, ...body }
      const answered = await ask<SyncReply>('sync', asked)
      // What the server leaves out is as asked.
      if (answered.status !== 200) return answered
      epoch = answered.body.epoch ?? epoch
      return { ...answered, body: { ...answered.body, ...(epoch !== undefined && { epoch }) } }
    },
    /** A link to the same space for somebody else. */
    inviteToken: async (more: object = {}) => {
      const made = await ask<{ link: string }>('invite', { id: randomUUID(), kind: 'invite', ...more })
      return tokenIn(made.body.link)
    },
  }
}

/** A server with the phones of its director and of a colleague. */
export const houseOfTwo = async (given: Parameters<typeof runHouse>[0] = {}) => {
  const house = await runHouse(given)
  const a = await enterWith(house, await house.setUp())
  return { house, a, b: await enterWith(house, await a.inviteToken(), 'Ali Haddad') }
}
