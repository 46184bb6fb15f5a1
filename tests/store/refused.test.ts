import { expect, test } from 'vitest'
import { waitingIn } from '../../src/store/outbox.ts'
import { refusedIn, resend, settle } from '../../src/store/refused.ts'
import type { Space } from '../../src/store/space.ts'
import { setAside } from '../../src/store/sync-marks.ts'
import { birth, save } from '../../src/store/write.ts'
import { testSpace } from './test-space.ts'

const withRefused = async () => {
  const space = await testSpace()
  await save(space, [birth(space, 'people', { name: 'Élodie', position: 'Très long' })])
  const [change] = await space.db.table('outbox').toArray()
  await setAside(space, change)
  return { space, change }
}
const theOne = async (space: Space) => {
  const [refused] = await refusedIn(space)
  if (!refused) throw new Error('nothing was refused')
  return refused
}

test('what was set aside waits no longer, keeps its text, and holds nothing back', async () => {
  const { space, change } = await withRefused()
  expect(await refusedIn(space)).toMatchObject([{ n: 1, code: 'too-large', change }])
  expect(await waitingIn(space)).toMatchObject({ changes: 0 })
})

test('sent again, it is a change of today with the same words, and leaves the list', async () => {
  const { space, change } = await withRefused()
  await resend(space, await theOne(space))
  expect(await refusedIn(space)).toEqual([])
  const again = (await space.db.table('outbox').toArray()).at(-1)
  expect(again).toMatchObject({ n: 2, row: change.row, fields: change.fields })
  expect(again.id).not.toBe(change.id)
})

test('when it cannot be sent again it stays in the list', async () => {
  const { space } = await withRefused()
  const refused = await theOne(space)
  const strange = { ...refused, change: { ...refused.change, table: 'visits' } }
  await expect(resend(space, strange)).rejects.toThrow()
  expect(await refusedIn(space)).toHaveLength(1)
  expect(await space.db.table('outbox').count()).toBe(0)
})

test('taken off the list, it can be put back', async () => {
  const { space } = await withRefused()
  const before = await refusedIn(space)
  const putBack = await settle(space, await theOne(space))
  expect(await refusedIn(space)).toEqual([])
  await putBack()
  expect(await refusedIn(space)).toEqual(before)
})
