import { expect, test } from 'vitest'
import { openSpace } from '../../src/store/open.ts'
import { listed, watch } from '../../src/store/read.ts'
import type { Mark, Space } from '../../src/store/space.ts'
import { birth, save } from '../../src/store/write.ts'
import { inAnotherTab, testSpace } from './test-space.ts'

const withAda = async () => {
  const space = await testSpace()
  await save(space, [birth(space, 'people', { name: 'Ada' })])
  return space
}
const watched = (space: Space) => {
  const shown: unknown[] = []
  const told: string[] = []
  watch(
    space,
    () => listed(space, 'people'),
    (rows) => shown.push(rows.map(({ name }) => name)),
    (problem) => told.push(problem),
  )
  return { shown, told }
}
const emptied = async ({ db }: Space) => {
  await db.transaction('rw', db.tables, () => Promise.all(db.tables.map((table) => table.clear())))
}
const deleted = (name: string) =>
  new Promise<void>((done, failed) => {
    const request = indexedDB.deleteDatabase(name)
    request.onsuccess = () => done()
    request.onerror = () => failed(request.error)
  })

test('when the data is emptied under the open app, that is told and no empty list is shown', async () => {
  const space = await withAda()
  const { shown, told } = watched(space)
  await expect.poll(() => shown).toEqual([['Ada']])
  await emptied(await inAnotherTab(space))
  await expect.poll(() => told).toEqual(['wiped'])
  expect(shown).toEqual([['Ada']])
  await expect(save(space, [birth(space, 'people', { name: 'Zoé' })])).rejects.toMatchObject({ problem: 'wiped' })
  expect(await space.db.table('people').count()).toBe(0)
  expect(await space.db.table('outbox').count()).toBe(0)
})

test('when the database is deleted under the open app, a save says so and writes nothing', async () => {
  const space = await withAda()
  await deleted(space.db.name)
  await expect(save(space, [birth(space, 'people', { name: 'Zoé' })])).rejects.toMatchObject({ problem: 'wiped' })
  const { shown, told } = watched(space)
  await expect.poll(() => told).toEqual(['wiped'])
  expect(shown).toEqual([])
})

test('a database that was wiped before the app starts is told from a new one', async () => {
  const space = await withAda()
  space.db.close()
  await deleted(space.db.name)
  await expect(openSpace({ name: space.db.name, install: space.install })).rejects.toMatchObject({ problem: 'wiped' })
})

test('another database under the same name is not taken for the lost one', async () => {
  const space = await withAda()
  space.db.close()
  await deleted(space.db.name)
  const newcomer = await openSpace({ name: space.db.name })
  newcomer.db.close()
  await expect(openSpace({ name: space.db.name, install: space.install })).rejects.toMatchObject({ problem: 'wiped' })
})

test('once a newer version has written here, this one reads but no longer writes', async () => {
  const space = await withAda()
  const mark = (await space.db.table<Mark, string>('meta').get('mark')) as Mark
  await space.db.table('meta').put({ ...mark, minWriter: mark.minWriter + 1 })
  await expect(save(space, [birth(space, 'people', { name: 'Zoé' })])).rejects.toMatchObject({ problem: 'outdated' })
  expect((await listed(space, 'people')).map(({ name }) => name)).toEqual(['Ada'])
  expect(await space.db.table('outbox').count()).toBe(1)
  expect(await space.db.table('meta').get('mark')).toEqual({ ...mark, minWriter: mark.minWriter + 1 })
})

test('a version that opens a database of its own time does not lower what a newer one asked', async () => {
  const space = await withAda()
  const mark = (await space.db.table<Mark, string>('meta').get('mark')) as Mark
  await space.db.table('meta').put({ ...mark, minWriter: 99 })
  await inAnotherTab(space)
  expect(await space.db.table('meta').get('mark')).toMatchObject({ minWriter: 99 })
})

test('an older database is raised to this version when it is opened', async () => {
  const space = await withAda()
  const mark = (await space.db.table<Mark, string>('meta').get('mark')) as Mark
  await space.db.table('meta').put({ ...mark, minWriter: 0 })
  await inAnotherTab(space)
  expect(await space.db.table('meta').get('mark')).toEqual(mark)
})
