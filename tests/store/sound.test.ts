import { expect, test } from 'vitest'
import { listed, rowOf } from '../../src/store/read.ts'
import { openSearchIndex } from '../../src/store/search-index.ts'
import { birth, save } from '../../src/store/write.ts'
import { testSpace } from './test-space.ts'

const junk = [42, true, {}, [null], Number.NaN, new Date(Number.NaN), '\u0000', '\ud800', Number.NEGATIVE_INFINITY]
const spoilt = (table: string, value: unknown, at: number) => {
  const names = ['name', 'at', 'startsOn', 'people', 'person', 'organisation', 'tags', 'sectors', 'interests', 'phone']
  const fields = Object.fromEntries(names.map((name) => [name, value]))
  return { ...fields, id: `${table}-${at}`, sort: at % 2 ? at : 'zz', rev: at + 1 }
}

test('rows spoilt in every way are read without what is wrong, and the others are whole and found', async () => {
  const space = await testSpace()
  const good = birth(space, 'people', { name: 'Zoé Bonne' })
  await save(space, [good])
  for (const table of Object.keys(space.catalog))
    await space.db.table(table).bulkPut(junk.map((value, at) => spoilt(table, value, at)))
  const index = openSearchIndex(space)
  await index.refresh()
  expect(index.isReady()).toBe(true)
  expect(index.search('people', 'zoe').rows.map(({ id }) => id)).toEqual([good.row])
  expect(await rowOf(space, 'people', good.row)).toMatchObject({ name: 'Zoé Bonne' })
  for (const exchange of await listed(space, 'exchanges')) {
    expect(Date.parse(String(exchange.at))).not.toBeNaN()
    expect(exchange.people ?? []).toSatisfy(
      (people) => Array.isArray(people) && people.every((id) => typeof id === 'string'),
    )
  }
})

test('a sound row is the very one that was stored, with the fields this version does not know', async () => {
  const space = await testSpace()
  const [undo] = await save(space, [birth(space, 'people', { name: 'Ada', tags: ['__proto__', 'constructor'] })])
  await space.db.table('people').update(undo?.row ?? '', { fromTheFuture: { kept: [1] } })
  const row = await rowOf(space, 'people', undo?.row ?? '')
  expect(row).toMatchObject({ name: 'Ada', tags: ['__proto__', 'constructor'], fromTheFuture: { kept: [1] } })
})

test('a deleted row whose date is broken stays deleted', async () => {
  const space = await testSpace()
  await space.db.table('people').put({ id: 'gone', name: 'Partie', deletedAt: 12, rev: 1 })
  expect((await rowOf(space, 'people', 'gone'))?.deletedAt).toBeTruthy()
})
