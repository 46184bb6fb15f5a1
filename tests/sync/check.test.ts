import { expect, test } from 'vitest'
import { syncStateOf } from '../../src/store/sync-state.ts'
import { madeCampus } from './made-campus.ts'
import { madePhone } from './phone.ts'

const day = 24 * 3_600_000

/** Two phones of one campus that have heard all of each other, by a clock that the test moves. */
const twoPhones = async () => {
  let now = 1_800_000_000_000
  const campus = madeCampus(() => now)
  const clock = () => now
  const [theirs, ours] = [await madePhone(campus, clock), await madePhone(campus, clock)]
  const nadia = await theirs.notes('Nadia Fontaine', { tags: ['textile', 'bois'] })
  await theirs.sync()
  await ours.syncAndCheck()
  return {
    ...{ campus, theirs, ours, nadia },
    later: (ms: number) => {
      now += ms
    },
    asked: () => ours.requests.filter(({ digest }) => digest !== undefined).length,
  }
}

test('once a day a phone that has all asks whether it shows what the server holds', async () => {
  const { ours, asked, later } = await twoPhones()
  expect(asked()).toBe(0)
  await ours.syncAndCheck()
  expect(asked()).toBe(0)
  later(day)
  await ours.syncAndCheck()
  expect([asked(), ours.requests.length]).toEqual([1, 4])
})

test('a row that was lost here comes back by itself', async () => {
  const { ours, nadia, later } = await twoPhones()
  await ours.space.db.table('people').delete(nadia)
  await ours.syncAndCheck()
  expect(await ours.person(nadia)).toBeUndefined()
  later(day)
  await ours.syncAndCheck()
  expect(await ours.person(nadia)).toMatchObject({ name: 'Nadia Fontaine', tags: ['textile', 'bois'] })
  expect(await syncStateOf(ours.space)).not.toHaveProperty('whole')
})

test('a word that changed on the disk is mended, in one’s own row too', async () => {
  const { ours, later } = await twoPhones()
  const own = await ours.notes('Bruno Petit')
  await ours.syncAndCheck()
  await ours.space.db.table('people').update(own, { name: 'Brun' })
  later(day)
  await ours.syncAndCheck()
  expect(await ours.person(own)).toMatchObject({ name: 'Bruno Petit' })
})

test('what this phone alone has is not taken from it, nor downloaded for again each day', async () => {
  const { campus, ours, theirs, later } = await twoPhones()
  const restore = campus.backup()
  const alone = await theirs.notes('Zoé')
  await theirs.sync()
  await ours.sync()
  restore()
  const whole = () => ours.requests.filter(({ whole }) => whole).length
  await ours.syncAndCheck()
  for (let days = 0; days < 5; days += 1) {
    later(day)
    await ours.syncAndCheck()
  }
  expect(whole()).toBe(1)
  expect(await ours.person(alone)).toMatchObject({ name: 'Zoé' })
})

test('while something waits, nothing is asked: it differs by right', async () => {
  const { ours, asked, later } = await twoPhones()
  later(day)
  ours.meets(({ changes }) => (changes ? { kind: 'no-network', isSlow: false } : undefined))
  await ours.notes('Bruno')
  await ours.syncAndCheck()
  expect(asked()).toBe(0)
})

test('an answer that knows of nothing to compare changes nothing, and it is asked again', async () => {
  const { theirs, ours, asked, later } = await twoPhones()
  later(day)
  ours.meets(async ({ digest }) => {
    if (digest === undefined) return undefined
    await theirs.notes('Entre-temps')
    await theirs.sync()
    return undefined
  })
  await ours.syncAndCheck()
  await ours.syncAndCheck()
  expect(asked()).toBe(2)
})
