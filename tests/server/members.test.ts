import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMember } from '../../src/server/entry/new-member.ts'
import { createCampus } from '../../src/server/entry/set-up.ts'
import { somebody } from '../../src/server/members.ts'
import { type RunningHouse, runHouse } from './running-house.ts'

let house: RunningHouse
beforeAll(async () => {
  house = await runHouse()
})
afterAll(() => house?.close())

/** Who each of these is, once they joined so; named after their ids. */
const whoIs = async (joined: Record<string, string | undefined>) => {
  const { id: campus } = await createCampus({ ledger: house.ledger, publicUrl: house.url, now: 1 })
  return house.ledger.write(campus, async (at) => {
    for (const [id, mergedInto] of Object.entries(joined)) {
      const role = mergedInto === undefined ? 'direction' : 'member'
      await addMember(at, { id, name: id, role, ...(mergedInto !== undefined && { mergedInto }) }, 1)
    }
    return Promise.all(Object.keys(joined).map(async (id) => (await somebody(at, id))?.root))
  })
}

test('a member merged into another who was merged too is the last of them', async () => {
  expect(await whoIs({ a: undefined, b: 'a', c: 'b', d: 'c' })).toEqual(['a', 'a', 'a', 'a'])
})

test('of those merged into each other one stays, the same whoever is asked', async () => {
  expect(await whoIs({ c: 'b', b: 'a', a: 'c', d: 'b' })).toEqual(['a', 'a', 'a', 'a'])
  expect(await whoIs({ e: 'e' })).toEqual(['e'])
})

test('a member merged into nobody, or into somebody who is not there, is who they are', async () => {
  expect(await whoIs({ f: '', g: 'not-there', h: 'g' })).toEqual(['f', 'g', 'g'])
})

test('name and role are those of the one that stays', async () => {
  const { id } = await createCampus({ ledger: house.ledger, publicUrl: house.url, now: 1 }, 'Campus')
  await house.ledger.write(id, async (at) => {
    await addMember(at, { id: 'a', name: 'Claire', role: 'direction' }, 1)
    await addMember(at, { id: 'b', name: 'Claire M.', role: 'member', mergedInto: 'a' }, 1)
    await addMember(at, { id: 'c', name: 'C. M.', role: 'reader', mergedInto: 'b' }, 1)
    expect(await somebody(at, 'c')).toEqual({ root: 'a', name: 'Claire', role: 'direction' })
    expect(await somebody(at, 'nobody')).toBeUndefined()
  })
})
