import { expect, test } from 'vitest'
import { trashTerm } from '../../src/protocol/trash-term.ts'
import { forgetDeleted } from '../../src/store/forget-deleted.ts'
import { raiseMark, writableMark } from '../../src/store/mark.ts'
import { freshSync } from '../../src/store/sync-state.ts'
import { birth, save } from '../../src/store/write.ts'
import { testSpace } from './test-space.ts'

const now = Date.UTC(2026, 10, 22, 9)
const longAgo = new Date(now - trashTerm - 3_600_000).toISOString()
const lately = new Date(now - trashTerm + 3_600_000).toISOString()

const phoneWith = async (deletions: (string | undefined)[], clock = now) => {
  const space = await testSpace({ now: () => clock })
  const born = deletions.map((deletedAt, at) => birth(space, 'people', { name: `Personne ${at}`, deletedAt }))
  await save(space, born)
  await space.db.table('meta').put({ ...freshSync, acked: born.length })
  const names = async () => (await space.db.table('people').toArray()).map(({ name }) => name).sort()
  return { space, born, names }
}

test('what left the trash leaves the phone; what is in it, or was never deleted, stays', async () => {
  const { space, names } = await phoneWith([longAgo, lately, undefined])
  await forgetDeleted(space)
  expect(await names()).toEqual(['Personne 1', 'Personne 2'])
})

test('a deletion that was not sent yet holds its row', async () => {
  const { space, names } = await phoneWith([longAgo, longAgo])
  await space.db.table('meta').put({ ...freshSync, acked: 1 })
  await forgetDeleted(space)
  expect(await names()).toEqual(['Personne 1'])
})

test('the term is told by the server’s clock, whatever year the phone’s stands in', async () => {
  const in2038 = Date.UTC(2038, 0, 19)
  const { space, names } = await phoneWith([longAgo, lately], in2038)
  await space.db.transaction('rw', ['meta'], async () => {
    await raiseMark(space, { ...(await writableMark(space)), offset: now - in2038 })
  })
  await forgetDeleted(space)
  expect(await names()).toEqual(['Personne 1'])
})
