import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Change, FieldChanges } from '../../src/protocol/change.ts'
import type { SyncReply } from '../../src/protocol/sync-message.ts'
import { firstSize } from '../../src/sync/batch-size.ts'
import { syncRound } from '../../src/sync/round.ts'
import { httpTransport } from '../../src/sync/transport.ts'
import { type RunningHouse, runHouse } from './running-house.ts'
import { enterWith, type Phone } from './test-phone.ts'

let house: RunningHouse
beforeAll(async () => {
  house = await runHouse()
})
afterAll(() => house?.close())

const never = () => () => {}
const weightOf = (body: unknown) =>
  typeof body === 'string' ? Buffer.byteLength(body) : (body as ArrayBuffer).byteLength

/** The app's own round over real HTTP, as a phone that knows all but what is noted next; how many bytes its bodies weighed. */
const roundsOf = ({ device, campus, headers }: Phone) => {
  const waiting: Change[] = []
  let state = { epoch: undefined as string | undefined, cursor: 0, acked: 0, gone: 0 }
  let [bytes, n, requests] = [0, 0, 0]
  const weighed: typeof fetch = async (url, asked) => {
    const response = await fetch(url, { ...asked, headers: { ...asked?.headers, ...headers } })
    bytes += weightOf(asked?.body) + Number(response.headers.get('content-length'))
    requests += 1
    return response
  }
  const url = `${house.url}/api/c/${campus}/sync`
  const transport = httpTransport({ url, device, fetch: weighed, timer: never, clock: Date.now })
  const receive = async (reply: SyncReply) => {
    state = { ...state, cursor: reply.cursor, acked: reply.acked, epoch: reply.epoch ?? state.epoch }
    waiting.length = 0
    return { state, isDone: true, isTaken: true }
  }
  const store = { state: async () => state, nextBatch: async () => [...waiting], receive }
  return {
    notes: (row: string, fields: FieldChanges) => {
      n += 1
      const mark = { n, id: 'aB3dE6gH9j', device, schema: 2, base: state.cursor, at: Date.now() }
      waiting.push({ ...mark, table: 'people', row, fields })
    },
    sync: async () => {
      ;[bytes, requests] = [0, 0]
      const time = { clock: Date.now, elapsed: Date.now, random: () => 0.5 }
      const parts = { ...time, transport, link: { size: firstSize }, progress: () => {} }
      const end = await syncRound({ ...parts, store: store as never, signal: new AbortController().signal })
      return { ...end, bytes, requests }
    },
  }
}

test('a field that changed costs one round trip a phone, and at most 400 bytes of bodies there and back', async () => {
  const director = await enterWith(house, await house.setUp())
  const [a, b] = [director, await enterWith(house, await director.inviteToken(), 'Ali Haddad')].map(roundsOf)
  if (!a || !b) throw new Error()
  const row = randomUUID()
  a.notes(row, { name: 'Zoé Essai', phone: '+33639981234', notes: 'Stand 12' })
  for (const phone of [a, b, a]) await phone.sync()
  // As many numbers as a large campus has.
  await house.ledger.write(director.campus, (at) => at.raise(20_000))
  await Promise.all([a.sync(), b.sync()])
  a.notes(row, { name: 'Zoé Essai 12' })
  const [up, down] = [await a.sync(), await b.sync()]
  expect([up.requests, down.requests]).toEqual([1, 1])
  expect(up.bytes + down.bytes).toBeLessThanOrEqual(400)
})
