import { expect, test } from 'vitest'
import type { Space } from '../../src/store/space.ts'
import { isMe, nameOf, teamOf } from '../../src/store/team.ts'
import { testSpace } from './test-space.ts'

/** A member as it comes from the server. */
const arrive = (space: Space, id: string, name: string, more: Record<string, unknown> = {}) =>
  space.db.table('members').put({ id, name, role: 'member', seq: 1, rev: 1, ...more })

test('before the first space there is no team, and nobody has a name', async () => {
  const space = await testSpace()
  const team = await teamOf(space)
  expect(team).toEqual([])
  expect(nameOf(team, space.me)).toBeUndefined()
  expect(isMe(team, space, space.me)).toBe(true)
})

test('the team stands in the order of its names, accents aside', async () => {
  const space = await testSpace()
  await arrive(space, 'b', 'Élodie Faure')
  await arrive(space, 'c', 'Zoé Petit')
  await arrive(space, 'a', 'Eric Morel', { role: 'direction' })
  const team = await teamOf(space)
  expect(team.map(({ name }) => name)).toEqual(['Élodie Faure', 'Eric Morel', 'Zoé Petit'])
  expect(team.map(({ role }) => role)).toEqual(['member', 'direction', 'member'])
})

test('somebody with three devices is one person, found by each of them', async () => {
  const space = await testSpace()
  await arrive(space, 'phone', 'Camille Martin', { role: 'direction' })
  await arrive(space, 'tablet', 'Camille', { mergedInto: 'phone' })
  await arrive(space, space.me, 'Camille', { mergedInto: 'tablet' })
  const team = await teamOf(space)
  expect(team).toHaveLength(1)
  expect(team[0]?.role).toBe('direction')
  expect([...(team[0]?.ids ?? [])].sort()).toEqual(['phone', 'tablet', space.me].sort())
  expect(nameOf(team, 'tablet')).toBe('Camille Martin')
  for (const id of ['phone', 'tablet', space.me]) expect(isMe(team, space, id)).toBe(true)
  expect(isMe(team, space, 'somebody')).toBe(false)
})

test('of two members merged into each other the same one stands on every phone and the server, and none is lost', async () => {
  const space = await testSpace()
  await arrive(space, 'b', 'Bob', { mergedInto: 'a' })
  await arrive(space, 'a', 'Ana', { mergedInto: 'b' })
  const team = await teamOf(space)
  expect(team).toMatchObject([{ id: 'a', name: 'Ana' }])
  expect([nameOf(team, 'a'), nameOf(team, 'b')]).toEqual(['Ana', 'Ana'])
})

test('a further device that came before its owner is told by its own name', async () => {
  const space = await testSpace()
  await arrive(space, 'tablet', 'Camille', { mergedInto: 'phone' })
  expect(nameOf(await teamOf(space), 'tablet')).toBe('Camille')
})

test('who left is known to have left, and still named', async () => {
  const space = await testSpace()
  await arrive(space, 'a', 'Ana', { deletedAt: '2026-11-22T10:00:00.000Z' })
  const team = await teamOf(space)
  expect(team[0]?.left).toBe(true)
  expect(nameOf(team, 'a')).toBe('Ana')
})
