import { expect, test } from 'vitest'
import { trashTerm } from '../../src/protocol/trash-term.ts'
import { forgetDeleted } from '../../src/store/forget-deleted.ts'
import { raiseMark, writableMark } from '../../src/store/mark.ts'
import type { Space } from '../../src/store/space.ts'
import { freshSync } from '../../src/store/sync-state.ts'
import { inTrash } from '../../src/store/trash.ts'
import { birth, type Edit, editOf, save } from '../../src/store/write.ts'
import { testSpace } from './test-space.ts'

const day = 24 * 3_600_000
const now = Date.UTC(2026, 10, 22, 9)
const longAgo = new Date(now - trashTerm - 3_600_000).toISOString()
const lately = new Date(now - trashTerm + 3 * day).toISOString()

const notes = async (space: Space, deletions: (string | undefined)[]) => {
  const born = deletions.map((deletedAt, at) => birth(space, 'people', { name: `Personne ${at}`, deletedAt }))
  await save(space, born)
  const acked = await space.db.table('outbox').count()
  await space.db.table('meta').put({ ...(await space.db.table('meta').get('sync')), ...freshSync, acked })
}
const phoneWith = async (deletions: (string | undefined)[], start = now) => {
  const clock = { now: start }
  const space = await testSpace({ now: () => clock.now })
  await notes(space, deletions)
  const names = async () => (await space.db.table('people').toArray()).map(({ name }) => name).sort()
  /** As after a round today, and after one tomorrow. */
  const twoDays = async () => {
    await forgetDeleted(space)
    clock.now += day
    await forgetDeleted(space)
  }
  return { space, clock, names, twoDays }
}

test('what left the trash leaves the phone; what is in it, or was never deleted, stays', async () => {
  const { names, twoDays } = await phoneWith([longAgo, lately, undefined])
  await twoDays()
  expect(await names()).toEqual(['Personne 1', 'Personne 2'])
})

test('a deletion that just came stays for a day, so that every list has seen it', async () => {
  const { space, clock, names } = await phoneWith([undefined])
  await forgetDeleted(space)
  clock.now += day
  const row = birth(space, 'people', { name: 'Zoé', deletedAt: longAgo })
  await save(space, [row])
  const { revAt } = await space.db.table('meta').get('sync')
  await space.db.table('meta').put({ ...freshSync, acked: 2, revAt })
  await forgetDeleted(space)
  expect(await names()).toEqual(['Personne 0', 'Zoé'])
  clock.now += day
  await forgetDeleted(space)
  expect(await names()).toEqual(['Personne 0'])
})

test('a deletion that was not sent yet holds its row', async () => {
  const { space, names, twoDays } = await phoneWith([longAgo, longAgo])
  await space.db.table('meta').put({ ...freshSync, acked: 1 })
  await twoDays()
  expect(await names()).toEqual(['Personne 1'])
})

test('the term is told by the server’s clock, whatever year the phone’s stands in', async () => {
  const in2038 = Date.UTC(2038, 0, 19)
  const { space, names, twoDays } = await phoneWith([longAgo, lately], in2038)
  await space.db.transaction('rw', ['meta'], async () => {
    await raiseMark(space, { ...(await writableMark(space)), offset: now - in2038 })
  })
  expect((await inTrash(space, 'people')).map(({ name }) => name)).toEqual(['Personne 1'])
  await twoDays()
  expect(await names()).toEqual(['Personne 1'])
})

test('who goes on writing in a row that has left the trash meanwhile brings it back', async () => {
  const { space, twoDays } = await phoneWith([longAgo])
  const [open] = await space.db.table('people').toArray()
  await twoDays()
  await save(space, [editOf('people', open, { phone: '+33611223344' }) as Edit])
  expect(await space.db.table('outbox').orderBy('n').last()).toMatchObject({
    fields: { phone: '+33611223344', deletedAt: null },
  })
  expect((await space.db.table('people').toArray()).map(({ deletedAt }) => deletedAt)).toEqual([undefined])
})
