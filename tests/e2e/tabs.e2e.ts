import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { add, home } from './hands.ts'
import type { Phone } from './phone.ts'
import { storedIn } from './stored.ts'
import { allSent, foundSpace, type House, startHouse } from './team.ts'

let house: House
let one: Phone
beforeAll(async () => {
  house = await startHouse()
  one = await foundSpace(house, 'Inès Moreau')
})
afterAll(async () => {
  await one?.discard()
  await house.discard()
})

/** How often this tab has spoken to the server about its notes, or listened for news. */
const talkOf = (page: Page) => {
  const talk = { syncs: 0, listens: 0 }
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.endsWith('/sync')) talk.syncs += 1
    if (pathname.endsWith('/events')) talk.listens += 1
  })
  return talk
}

test('of two tabs one syncs, also what is noted in the other; when it is closed the other takes over', async () => {
  const leads = talkOf(one.page)
  const other: Phone = { ...one, page: await one.context.newPage() }
  const waits = talkOf(other.page)
  await other.page.goto(house.url)
  await allSent(other)
  // It has begun, and waits for its turn.
  await expect.poll(() => other.page.evaluate(async () => (await navigator.locks.query()).pending?.length)).toBe(1)
  await add(other, 'Amel Bensaïd')
  await home(other)
  await allSent(other)
  expect(leads.syncs).toBeGreaterThan(0)
  expect(waits).toEqual({ syncs: 0, listens: 0 })

  await one.page.close()
  await expect.poll(() => waits.listens).toBe(1)
  await add(other, 'Bruno Girard')
  await home(other)
  await allSent(other)
  expect(waits.syncs).toBeGreaterThan(0)
  const { people, outbox, meta } = await storedIn(other.page)
  expect(people?.map(({ name }) => name)).toEqual(['Amel Bensaïd', 'Bruno Girard'])
  expect(meta?.find(({ key }) => key === 'sync')?.acked).toBe(outbox?.length)
})
