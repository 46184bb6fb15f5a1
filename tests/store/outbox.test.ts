import { expect, test } from 'vitest'
import { isWaiting, nextBatch, trimOutbox, waitingIn, waitingOf } from '../../src/store/outbox.ts'
import { rowOf } from '../../src/store/read.ts'
import type { Space } from '../../src/store/space.ts'
import { freshSync, syncStateOf } from '../../src/store/sync-state.ts'
import { birth, editOf, save } from '../../src/store/write.ts'
import { testSpace } from './test-space.ts'

const day = 24 * 3_600_000
const start = Date.UTC(2026, 10, 22, 9)
const withClock = async () => {
  const clock = { now: start }
  return { clock, space: await testSpace({ now: () => clock.now }) }
}
const notes = async (space: Space, ...names: string[]) => {
  const edits = names.map((name) => birth(space, 'people', { name }))
  await save(space, edits)
  return edits.map(({ row }) => row)
}
const acknowledged = async (space: Space, acked: number) =>
  space.db.table('meta').put({ ...(await syncStateOf(space)), acked })
const lots = { changes: 100, bytes: 1_000_000 }
const numbers = async (space: Space, acked: number, limit = lots) =>
  (await nextBatch(space, acked, limit)).map(({ n }) => n)

test('what waits is counted by saves, since the oldest of them', async () => {
  const { space, clock } = await withClock()
  await notes(space, 'Élodie', 'Menuiserie', 'Rappel')
  clock.now += 20 * 60_000
  await notes(space, 'Paul')
  expect(await waitingIn(space)).toEqual({ changes: 4, saves: 2, more: false, since: start })
  await acknowledged(space, 3)
  expect(await waitingIn(space)).toEqual({ changes: 1, saves: 1, more: false, since: start + 20 * 60_000 })
  await acknowledged(space, 4)
  expect(await waitingIn(space)).toEqual({ changes: 0, saves: 0, more: false })
})

test('of very many saves the first are counted, and that there are more is told', async () => {
  const { space, clock } = await withClock()
  await notes(space, ...Array.from({ length: 499 }, (_, at) => `Personne ${at}`))
  for (let at = 0; at < 3; at += 1) {
    clock.now += 1
    await notes(space, 'Paul')
  }
  expect(await waitingIn(space)).toMatchObject({ changes: 502, saves: 2, more: true })
})

test('a record waits as long as one of its changes does', async () => {
  const { space } = await withClock()
  const [elodie = ''] = await notes(space, 'Élodie')
  const [paul = ''] = await notes(space, 'Paul')
  await acknowledged(space, 1)
  expect([await isWaiting(space, elodie), await isWaiting(space, paul)]).toEqual([false, true])
})

test('what waits of a row is found in its order among all that waits, and nothing of what was acknowledged', async () => {
  const { space } = await withClock()
  const [elodie = '', , paul = ''] = await notes(space, 'Élodie', 'Ada', 'Paul', 'Zoé')
  for (const position of ['Tutrice', 'Gérante']) {
    const row = await rowOf(space, 'people', elodie)
    const edit = row && editOf('people', row, { position })
    await save(space, edit ? [edit] : [])
  }
  const told = async (acked: number, ...rows: string[]) => {
    const { changes, more } = await waitingOf(space, acked, rows)
    return { n: changes.map(({ n }) => n), more }
  }
  expect(await told(0, elodie)).toEqual({ n: [1, 5, 6], more: true })
  expect(await told(1, elodie)).toEqual({ n: [5, 6], more: true })
  expect(await told(4, elodie, paul)).toEqual({ n: [5, 6], more: false })
  expect(await told(5, paul)).toEqual({ n: [], more: true })
  expect(await told(5)).toEqual({ n: [], more: true })
  expect(await told(6, elodie)).toEqual({ n: [], more: false })
})

test('the next changes are taken in their order, up to a count and a weight, one at least', async () => {
  const { space } = await withClock()
  await notes(space, 'Élodie', 'Paul', 'Zoé', 'Ada')
  expect(await numbers(space, 0)).toEqual([1, 2, 3, 4])
  expect(await numbers(space, 2)).toEqual([3, 4])
  expect(await numbers(space, 0, { ...lots, changes: 3 })).toEqual([1, 2, 3])
  const [one] = await nextBatch(space, 0, lots)
  expect(await numbers(space, 0, { ...lots, bytes: JSON.stringify(one).length * 2.5 })).toEqual([1, 2])
  expect(await numbers(space, 0, { ...lots, bytes: 1 })).toEqual([1])
  expect(await numbers(space, 4)).toEqual([])
})

test('no batch jumps over a number that is missing', async () => {
  const { space } = await withClock()
  await notes(space, 'Élodie', 'Paul', 'Zoé')
  await space.db.table('outbox').delete(2)
  expect(await numbers(space, 0)).toEqual([1])
  expect(await numbers(space, 1)).toEqual([3])
})

test('what was acknowledged is kept for thirty days from then on, what was not for ever', async () => {
  const { space, clock } = await withClock()
  await space.db.table('meta').put(freshSync)
  // Written long before it could be sent.
  await notes(space, 'Élodie', 'Paul')
  clock.now = start + 44 * day
  await acknowledged(space, 2)
  await trimOutbox(space)
  clock.now += 29 * day
  await notes(space, 'Zoé')
  await acknowledged(space, 3)
  await notes(space, 'Amel')
  await trimOutbox(space)
  expect(await numbers(space, 0)).toEqual([1, 2, 3, 4])
  clock.now += day
  await trimOutbox(space)
  expect(await numbers(space, 0)).toEqual([3, 4])
  expect(await syncStateOf(space)).toMatchObject({ gone: 2, acked: 3 })
  clock.now += 29 * day
  await trimOutbox(space)
  expect(await numbers(space, 0)).toEqual([3, 4])
  clock.now += 400 * day
  await trimOutbox(space)
  expect(await numbers(space, 0)).toEqual([4])
})

test('a phone whose clock stands in another year forgets nothing for that', async () => {
  const { space, clock } = await withClock()
  await space.db.table('meta').put(freshSync)
  await notes(space, 'Élodie')
  await acknowledged(space, 1)
  await trimOutbox(space)
  clock.now = start + 4_000 * day
  await space.db.table('meta').update('mark', { offset: -4_000 * day })
  await trimOutbox(space)
  expect(await numbers(space, 0)).toEqual([1])
})

test('after a restore what is acknowledged anew has its thirty days anew', async () => {
  const { space, clock } = await withClock()
  await space.db.table('meta').put(freshSync)
  await notes(space, 'Élodie', 'Paul')
  await acknowledged(space, 2)
  await trimOutbox(space)
  clock.now += 20 * day
  await acknowledged(space, 0)
  await trimOutbox(space)
  await acknowledged(space, 1)
  await trimOutbox(space)
  clock.now += 20 * day
  await acknowledged(space, 2)
  await trimOutbox(space)
  expect(await numbers(space, 0)).toEqual([1, 2])
})
