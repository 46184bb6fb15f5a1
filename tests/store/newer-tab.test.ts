import { Dexie } from 'dexie'
import { expect, onTestFinished, test } from 'vitest'
import { draftsOf, keepDraft } from '../../src/store/drafts.ts'
import { listed } from '../../src/store/read.ts'
import { schemaSteps } from '../../src/store/schema-steps.ts'
import { birth, save } from '../../src/store/write.ts'
import { testSpace } from './test-space.ts'

test('a newer version that raises the schema in another tab: this one stops writing, and still reads and drafts', async () => {
  const space = await testSpace()
  await save(space, [birth(space, 'people', { name: 'Ada' })])
  const newer = new Dexie(space.db.name)
  for (const { version, tables } of schemaSteps) newer.version(version).stores(tables)
  newer
    .version(schemaSteps.length + 1)
    .stores({ visits: 'id,sort', people: 'id,sort,rev,deletedAt,arrived,mergedInto,visit' })
  onTestFinished(() => newer.close())
  await newer.open()
  await newer.table('meta').update('mark', { minWriter: 99 })
  await expect(save(space, [birth(space, 'people', { name: 'Zoé' })])).rejects.toMatchObject({ problem: 'outdated' })
  expect((await listed(space, 'people')).map(({ name }) => name)).toEqual(['Ada'])
  await keepDraft(space, {
    id: 'd',
    form: 'capture',
    title: 'Zoé',
    values: { name: 'Zoé' },
    updatedAt: '2026-11-22T09:00:00.000Z',
  })
  expect((await draftsOf(space)).map(({ title }) => title)).toEqual(['Zoé'])
  // What is newer stands: the schema was neither lowered nor taken away from under the other tab.
  expect(newer.isOpen()).toBe(true)
  expect(await newer.table('visits').count()).toBe(0)
  newer.close()
  const after = await new Dexie(space.db.name).open()
  onTestFinished(() => after.close())
  expect(after.tables.map(({ name }) => name)).toContain('visits')
})

test('every write asks the disk for strict durability', async () => {
  const asked: unknown[] = []
  const begin = IDBDatabase.prototype.transaction
  IDBDatabase.prototype.transaction = function (...given: Parameters<typeof begin>) {
    if (given[1] === 'readwrite') asked.push(given[2])
    return begin.apply(this, given)
  }
  onTestFinished(() => {
    IDBDatabase.prototype.transaction = begin
  })
  const space = await testSpace()
  await save(space, [birth(space, 'people', { name: 'Ada' })])
  expect(asked.length).toBeGreaterThan(1)
  expect(asked).toEqual(asked.map(() => ({ durability: 'strict' })))
})
