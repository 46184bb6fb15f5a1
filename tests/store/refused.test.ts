import { expect, test } from 'vitest'
import { draftsOf, keepDraft } from '../../src/store/drafts.ts'
import { waitingIn } from '../../src/store/outbox.ts'
import { asRefused, corrected, putBack, refusedIn, refusedOne, resend, takeOff } from '../../src/store/refused.ts'
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
const listed = async (space: Space) => (await refusedIn(space)).listed
const theOne = async (space: Space) => {
  const [refused] = await listed(space)
  if (!refused) throw new Error('nothing was refused')
  return refused
}

const lastSent = async (space: Space) => (await space.db.table('outbox').toArray()).at(-1)

test('what was set aside waits no longer, keeps its text, and holds nothing back', async () => {
  const { space, change } = await withRefused()
  expect(await listed(space)).toMatchObject([{ n: 1, code: 'too-large', change }])
  expect(await waitingIn(space)).toMatchObject({ changes: 0 })
})

test('sent again, it is a change of today with the same words, and leaves the list', async () => {
  const { space, change } = await withRefused()
  await resend(space, await theOne(space))
  expect(await listed(space)).toEqual([])
  const again = (await space.db.table('outbox').toArray()).at(-1)
  expect(again).toMatchObject({ n: 2, row: change.row, fields: change.fields })
  expect(again.id).not.toBe(change.id)
})

test('sent again, it does not claim to have seen what a colleague wrote meanwhile', async () => {
  const { space, change } = await withRefused()
  await space.db.table('people').update(change.row, { position: 'Tutrice', seq: 7 })
  await resend(space, await theOne(space))
  expect(await lastSent(space)).toMatchObject({ n: 2, base: change.base, fields: { position: 'Très long' } })
})

test('when it cannot be sent again it stays in the list', async () => {
  const { space } = await withRefused()
  const refused = await theOne(space)
  const strange = { ...refused, change: { ...refused.change, table: 'visits' } }
  await expect(resend(space, strange)).rejects.toThrow()
  expect(await listed(space)).toHaveLength(1)
  expect(await space.db.table('outbox').count()).toBe(0)
})

test('taken off the list it stays on this phone with its words, and can be put back', async () => {
  const { space, change } = await withRefused()
  await takeOff(space, await theOne(space))
  expect(await refusedIn(space)).toMatchObject({ listed: [], off: [{ n: 1, change }] })
  expect(await refusedOne(space, 1)).toMatchObject({ n: 1, change })
  const [off] = (await refusedIn(space)).off
  if (off) await putBack(space, off)
  expect(await refusedIn(space)).toMatchObject({ listed: [{ n: 1, change }], off: [] })
})

test('what was sent again is not put back by an “undo” that is still on the screen', async () => {
  const { space } = await withRefused()
  const refused = await theOne(space)
  await resend(space, refused)
  await putBack(space, refused)
  expect(await refusedIn(space)).toEqual({ listed: [], off: [] })
})

test('a refused birth that is corrected sends all of its fields once, and leaves the list', async () => {
  const space = await testSpace()
  const birthOf = { kind: 'call', report: 'Trop long', interests: ['placement', 'visit'] }
  await save(space, [birth(space, 'exchanges', { ...birthOf, at: '2026-11-22T09:30:00.000Z' })])
  const [change] = await space.db.table('outbox').toArray()
  await setAside(space, change)
  const [row] = await space.db.table('exchanges').toArray()
  const edit = corrected(await theOne(space), row, { report: 'Court', interests: ['placement', 'jury'] })
  await save(space, edit ? [edit] : [], { refused: 1 })
  expect(await listed(space)).toEqual([])
  expect(await space.db.table('outbox').count()).toBe(1)
  const { fields } = await lastSent(space)
  expect(fields).toEqual({
    ...change.fields,
    report: 'Court',
    interests: { add: ['placement', 'jury'], drop: ['visit'] },
  })
  expect(await space.db.table('exchanges').get(change.row)).toMatchObject({
    report: 'Court',
    interests: ['placement', 'jury'],
  })
})

test('a correction that is saved takes its draft along in the same transaction', async () => {
  const { space, change } = await withRefused()
  for (const id of ['of it', 'of another'])
    await keepDraft(space, { id, form: 'refused/1', title: '', values: {}, updatedAt: '' })
  const edit = { table: 'people', row: change.row, fields: { position: 'Tutrice' } }
  await save(space, [edit], { refused: 1, draft: 'of it' })
  expect(await listed(space)).toEqual([])
  expect((await draftsOf(space)).map(({ id }) => id)).toEqual(['of another'])
})

test('a refused edit that is corrected goes as by somebody who did not see what was told since', async () => {
  const { space, change } = await withRefused()
  const told = { ...(await space.db.table('people').get(change.row)), name: 'Élodie Roux', seq: 7, tags: ['a'] }
  await space.db.table('people').put(told)
  const edit = { ...change, fields: { position: 'Très très long', tags: { add: ['b'] } } }
  await space.db.table('refused').put({ ...(await theOne(space)), change: edit })
  const refused = await theOne(space)
  expect(asRefused(refused.change, told)).toMatchObject({ position: 'Très très long', tags: ['a', 'b'] })
  const mended = corrected(refused, told, { position: 'Tutrice' })
  await save(space, mended ? [mended] : [], { refused: 1 })
  expect(await lastSent(space)).toMatchObject({ base: 0, fields: { position: 'Tutrice', tags: { add: ['b'] } } })
  expect(await space.db.table('people').get(change.row)).toMatchObject({ name: 'Élodie Roux', tags: ['a', 'b'] })
})

test('when the correction takes back all that was refused, nothing is sent', async () => {
  const { space, change } = await withRefused()
  const fields = { tags: { add: ['b'] } }
  const refused = { ...(await theOne(space)), change: { ...change, fields } }
  expect(corrected(refused, undefined, { tags: undefined })).toBeUndefined()
})
