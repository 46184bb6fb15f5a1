import { expect, test } from 'vitest'
import { waitingIn } from '../../src/store/outbox.ts'
import { listed } from '../../src/store/read.ts'
import type { Transport } from '../../src/sync/answer.ts'
import { firstSize } from '../../src/sync/batch-size.ts'
import { syncRound } from '../../src/sync/round.ts'
import { syncStoreOf } from '../../src/sync/sync-store.ts'
import { madeCampus } from './made-campus.ts'
import { madePhone } from './phone.ts'

const people = 300

/** A colleague has noted much; a phone fetches it by fifties, then more, and `written` happens while each page is kept. */
const fetching = async (written: (page: number, notes: (name: string) => Promise<string>) => Promise<unknown>) => {
  const campus = madeCampus()
  const [theirs, ours] = [await madePhone(campus), await madePhone(campus)]
  for (let at = 0; at < people; at += 1) await theirs.notes(`Personne ${at}`)
  await theirs.sync()
  const { space } = ours
  const order: string[] = []
  let pages = 0
  const transport: Transport = async (request) => {
    order.push(request.changes ? 'asks with changes' : 'asks')
    return { kind: 'reply', reply: campus.answer(space.device, space.me, request) }
  }
  const store = syncStoreOf(space)
  const end = await syncRound({
    ...{ transport, clock: () => 0, elapsed: () => 0, random: Math.random, link: { size: { ...firstSize, rows: 50 } } },
    ...{ signal: new AbortController().signal, progress: () => {} },
    store: {
      ...store,
      receive: async (...given) => {
        pages += 1
        await written(pages, ours.notes)
        const received = await store.receive(...given)
        order.push('keeps')
        return received
      },
    },
  })
  return { end, order, campus, space }
}

test('the next page is on its way while one is written', async () => {
  const { end, order, space } = await fetching(async () => {})
  expect(end).toEqual({})
  expect(order).toEqual(['asks', 'asks', 'keeps', 'asks', 'keeps', 'keeps'])
  expect(await listed(space, 'people')).toHaveLength(people)
})

test('what is noted while a page is written goes with the next request, and every page comes', async () => {
  const { end, order, campus, space } = await fetching(async (page, notes) => page === 1 && (await notes('Zoé')))
  expect(end).toEqual({})
  expect(order).toContain('asks with changes')
  expect(await listed(space, 'people')).toHaveLength(people + 1)
  expect(campus.rowsOf('people')).toHaveLength(people + 1)
  expect(await waitingIn(space)).toMatchObject({ changes: 0 })
})

test('whoever was changed first and again last comes whole with the last page', async () => {
  const campus = madeCampus()
  const [theirs, ours] = [await madePhone(campus), await madePhone(campus)]
  const first = await theirs.notes('Élodie')
  const others: string[] = []
  for (let at = 0; at < 5; at += 1) others.push(await theirs.notes(`Personne ${at}`))
  for (const phone of [theirs, ours]) await phone.sync()
  await theirs.edits(first, { position: 'Tutrice' })
  for (const row of others) await theirs.edits(row, { position: 'Proviseure' })
  await theirs.edits(first, { mobile: '+33639980142' })
  await theirs.sync()
  ours.link.size = { ...firstSize, rows: 1 }
  ours.requests.length = 0
  await ours.sync()
  expect(ours.requests.length).toBeGreaterThan(2)
  expect(await ours.person(first)).toMatchObject({ position: 'Tutrice', mobile: '+33639980142' })
})
