import { expect, test } from 'vitest'
import { listed, watch } from '../../src/store/read.ts'
import { receive } from '../../src/store/receive.ts'
import { birth, save } from '../../src/store/write.ts'
import { inAnotherTab, testSpace } from './test-space.ts'

test('two tabs that write at once number their changes in one row, with no gap and no double', async () => {
  const one = await testSpace()
  const other = await inAnotherTab(one)
  const both = Array.from({ length: 40 }, (_, at) => {
    const space = at % 2 ? one : other
    const size = (at % 3) + 1
    return save(
      space,
      Array.from({ length: size }, () => birth(space, 'people', { name: `Personne ${at}` })),
    )
  })
  const sizes = (await Promise.all(both)).map((undo) => undo.length)
  const total = sizes.reduce((sum, size) => sum + size, 0)
  const outbox = await one.db.table('outbox').toArray()
  expect(outbox.map(({ n }) => n)).toEqual(Array.from({ length: total }, (_, at) => at + 1))
  expect(new Set(outbox.map(({ id }) => id)).size).toBe(total)
  expect(await listed(one, 'people')).toHaveLength(total)
  const revisions = new Set((await listed(one, 'people')).map(({ rev }) => rev))
  expect(revisions.size).toBe(40)
  expect(await one.db.table('meta').get('mark')).toMatchObject({ lastChange: total, rev: 40 })
})

test('a tab that does not know yet what the other wrote numbers its changes after it', async () => {
  const one = await testSpace()
  const other = await inAnotherTab(one)
  for (const [at, space] of [one, other, one, one, other, one].entries()) {
    await save(space, [
      birth(space, 'people', { name: `Personne ${at}` }),
      birth(space, 'tasks', { title: 'Rappeler' }),
    ])
  }
  expect((await one.db.table('outbox').toArray()).map(({ n }) => n)).toEqual(
    Array.from({ length: 12 }, (_, at) => at + 1),
  )
  expect((await listed(one, 'people')).map(({ rev }) => rev)).toEqual([1, 2, 3, 4, 5, 6])
  expect(await one.db.table('meta').get('mark')).toMatchObject({ lastChange: 12, rev: 6 })
})

test('a tab dates its changes by what the other heard of the server’s clock', async () => {
  const one = await testSpace()
  const other = await inAnotherTab(one)
  await save(one, [birth(one, 'people', { name: 'Ada' })])
  const offset = 2 * 3_600_000
  const reply = { p: 1 as const, rid: 'r', epoch: 'e', now: Date.now() + offset, acked: 1, cursor: 1 }
  await receive(other, reply, { cursor: 0, changes: [], offset })
  await save(one, [birth(one, 'people', { name: 'Zoé' })])
  expect((await one.db.table('outbox').toArray()).map((change) => change.offset)).toEqual([undefined, offset])
  expect(await one.db.table('meta').get('mark')).toMatchObject({ offset })
})

test('a save that fails leaves no gap in the numbers', async () => {
  const space = await testSpace()
  await save(space, [birth(space, 'people', { name: 'Ada' })])
  const unstorable = { table: 'people', row: space.newId(), fields: { name: () => 'x' } as never, born: true }
  await expect(save(space, [unstorable])).rejects.toThrow()
  await save(space, [birth(space, 'people', { name: 'Zoé' })])
  expect((await space.db.table('outbox').toArray()).map(({ n }) => n)).toEqual([1, 2])
})

test('what one tab saves, the other shows', async () => {
  const one = await testSpace()
  const other = await inAnotherTab(one)
  const shown: unknown[] = []
  const stop = watch(
    other,
    () => listed(other, 'people'),
    (rows) => shown.push(rows.map(({ name }) => name)),
    (problem) => shown.push(problem),
  )
  await expect.poll(() => shown.at(-1)).toEqual([])
  await save(one, [birth(one, 'people', { name: 'Ada' })])
  await expect.poll(() => shown.at(-1)).toEqual(['Ada'])
  stop()
  await save(one, [birth(one, 'people', { name: 'Zoé' })])
  expect(shown.at(-1)).toEqual(['Ada'])
})
