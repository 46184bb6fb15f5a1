import { expect, test } from 'vitest'
import { keepDraft } from '../../src/store/drafts.ts'
import { leaveSpace } from '../../src/store/leave.ts'
import { openSpace } from '../../src/store/open.ts'
import { birth, save } from '../../src/store/write.ts'
import { inAnotherTab, testSpace } from './test-space.ts'

test('a database that is left is closed, and what was being written into it is there', async () => {
  const space = await testSpace()
  const other = await inAnotherTab(space)
  const saving = save(other, [birth(other, 'people', { name: 'Élodie' })])
  const typing = keepDraft(other, { id: 'd', form: 'new/people', title: '', values: {}, updatedAt: '' })
  await leaveSpace(other)
  await Promise.all([saving, typing])
  expect(other.db.isOpen()).toBe(false)
  await expect(other.db.table('people').count()).rejects.toThrow()
  expect([await space.db.table('people').count(), await space.db.table('drafts').count()]).toEqual([1, 1])
})

test('one that was removed meanwhile is not made again', async () => {
  const space = await testSpace()
  await space.db.delete()
  await leaveSpace(space)
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(space.db.name)
  await expect(openSpace({ name: space.db.name, install: space.install })).rejects.toMatchObject({ problem: 'wiped' })
})
