import { expect, test } from 'vitest'
import type { Change } from '../../src/protocol/change.ts'
import type { SyncReply } from '../../src/protocol/sync-message.ts'
import { waitingIn } from '../../src/store/outbox.ts'
import { freshSync, type SyncState } from '../../src/store/sync-state.ts'
import type { Transport } from '../../src/sync/answer.ts'
import { firstSize, grown, halved, type Size } from '../../src/sync/batch-size.ts'
import { readAhead } from '../../src/sync/read-ahead.ts'
import { syncRound } from '../../src/sync/round.ts'
import { syncStoreOf } from '../../src/sync/sync-store.ts'
import { madeCampus } from './made-campus.ts'
import { madePhone } from './phone.ts'

const size: Size = { ...firstSize, changes: 4 }
/** A phone that noted 30 people sends them by fours, then more; `meanwhile` happens while the server has a request. */
const sending = async (meanwhile: (request: number, notes: (name: string) => Promise<string>) => Promise<unknown>) => {
  const campus = madeCampus()
  const { space, notes } = await madePhone(campus)
  for (let at = 0; at < 30; at += 1) await notes(`Personne ${at}`)
  const order: string[] = []
  const sent: number[][] = []
  const transport: Transport = async ({ ...request }) => {
    sent.push((request.changes ?? []).map(({ n }) => n))
    order.push('asks')
    await meanwhile(sent.length, notes)
    order.push('is answered')
    return { kind: 'reply', reply: campus.answer(space.device, space.me, request) }
  }
  const store = syncStoreOf(space)
  const end = await syncRound({
    ...{ transport, clock: () => 0, elapsed: () => 0, random: Math.random, link: { size } },
    ...{ signal: new AbortController().signal, progress: () => {} },
    store: {
      ...store,
      nextBatch: (...given) => {
        order.push('reads')
        return store.nextBatch(...given)
      },
    },
  })
  return { end, order, sent, campus, space }
}

test('what follows a batch is read while the server has it', async () => {
  const { end, order, sent, space } = await sending(async () => {})
  expect(end).toEqual({})
  expect(sent.map(({ length }) => length)).toEqual([4, 16, 10])
  const each = ['asks', 'reads', 'is answered']
  expect(order).toEqual(['reads', ...each, ...each, ...each])
  expect(await waitingIn(space)).toMatchObject({ changes: 0 })
})

test('what is noted meanwhile goes with a later request, each once and in its order', async () => {
  const { end, sent, campus, space } = await sending(async (request, notes) => request < 4 && (await notes('Zoé')))
  expect(end).toEqual({})
  expect(sent.flat()).toEqual(Array.from({ length: 33 }, (_, at) => at + 1))
  expect(campus.rowsOf('people')).toHaveLength(33)
  expect(await waitingIn(space)).toMatchObject({ changes: 0 })
})

const batch = [1, 2].map((n) => ({ n }) as Change)
const bare: SyncReply = { p: 1, rid: 'r', now: 0, acked: 2, cursor: 9 }
const told: SyncState = { ...freshSync, epoch: 'e1', acked: 2, cursor: 9 }
test.each<[what: string, reply: SyncReply, state: SyncState, isTaken: boolean, link: Size]>([
  ['news came with the answer', { ...bare, rows: [] }, told, true, grown(size, 0)],
  ['something was refused', { ...bare, refused: [{ n: 1, code: 'invalid' }] }, told, true, grown(size, 0)],
  ['only a part was acknowledged', bare, { ...told, acked: 1 }, true, grown(size, 0)],
  ['another tab got further meanwhile', bare, told, false, grown(size, 0)],
  ['all is asked for anew', bare, { ...told, cursor: 0, whole: true }, true, grown(size, 0)],
  ['the server was restored', bare, { ...told, epoch: 'e2' }, true, grown(size, 0)],
  ['the link bears less than was thought', bare, told, true, halved(size, 2)],
])('where %s, what follows is read anew', async (_, reply, state, isTaken, link) => {
  const read: number[] = []
  const reading = readAhead({
    nextBatch: async (acked) => {
      read.push(acked)
      return [{ n: acked + 1 } as Change]
    },
  })
  reading.begin(batch, size)
  reading.kept(reply, { state: told, isTaken, isDone: false })
  await reading.batch(state, link)
  expect(read).toEqual([2, state.acked])
})

test('what could not be read ahead is read when it is needed', async () => {
  let reads = 0
  const reading = readAhead({
    nextBatch: async () => {
      reads += 1
      if (reads === 1) throw new Error('The database was closed')
      return batch
    },
  })
  reading.begin(batch, size)
  reading.kept(bare, { state: told, isTaken: true, isDone: false })
  expect(await reading.batch(told, grown(size, 0))).toEqual(batch)
  expect(reads).toBe(2)
})
