import { expect, test } from 'vitest'
import type { AnyRow } from '../../src/domain/record.ts'
import { listed, rowOf } from '../../src/store/read.ts'
import type { Space } from '../../src/store/space.ts'
import { birth, type Edit, editOf, save } from '../../src/store/write.ts'
import { rowsByTable } from './rows-by-table.ts'
import { inAnotherTab, testSpace } from './test-space.ts'

/** What a person sees of the rows: all but when and by which write they changed. Lists of values have no order of their own. */
const seen = async (space: Space) =>
  Object.values(await rowsByTable(space))
    .flat()
    .map(({ rev, updatedAt, ...row }) => ({
      ...row,
      ...Object.fromEntries(
        Object.entries(row).flatMap(([name, value]) => (Array.isArray(value) ? [[name, [...value].sort()]] : [])),
      ),
    }))
const row = async (space: Space, table: string, id: string) => (await rowOf(space, table, id)) as AnyRow
const edit = async (space: Space, table: string, id: string, after: Record<string, unknown>) =>
  editOf(table, await row(space, table, id), after) as Edit

const campus = async () => {
  let clock = 1_800_000_000_000
  const space = await testSpace({ now: () => (clock += 1_000) })
  const fair = birth(space, 'events', { name: 'Salon', startsOn: '2026-11-22', team: ['Inès', 'Paul'] })
  const [ada, zoe] = ['Ada Roux', 'Zoé Blanc'].map((name) => birth(space, 'people', { name, position: 'Tutrice' }))
  const talk = birth(space, 'exchanges', {
    kind: 'fair',
    at: '2026-11-22T09:00:00.000Z',
    people: [ada?.row, zoe?.row],
    event: fair.row,
    interests: ['placement', 'jury'],
  })
  await save(
    space,
    [fair, ada, zoe, talk].filter((one) => one !== undefined),
  )
  return { space, fair: fair.row, ada: String(ada?.row), zoe: String(zoe?.row), talk: talk.row }
}

test('undoing an edit gives back every value, link and tag, and the place in the list', async () => {
  const { space, ada, talk, fair, zoe } = await campus()
  const before = await seen(space)
  const undo = await save(space, [
    await edit(space, 'people', ada, { name: 'Yann Roux', position: '', mobile: '+33639980102' }),
    await edit(space, 'exchanges', talk, { people: [zoe], event: '', interests: ['talk'], report: 'Vu.' }),
    await edit(space, 'events', fair, { team: [], startsOn: '2026-12-01' }),
  ])
  expect(await seen(space)).not.toEqual(before)
  await save(space, undo)
  expect(await seen(space)).toEqual(before)
  expect((await listed(space, 'people')).map(({ name }) => name)).toEqual(['Ada Roux', 'Zoé Blanc'])
})

test('a deletion is taken back also when the server dated it anew meanwhile', async () => {
  const { space, ada } = await campus()
  const undo = await save(space, [await edit(space, 'people', ada, { deletedAt: '2019-05-01T10:00:00.000Z' })])
  await space.db.table('people').update(ada, { deletedAt: '2026-11-22T10:00:00.000Z' })
  await save(space, undo)
  expect((await listed(space, 'people')).map(({ name }) => name)).toEqual(['Ada Roux', 'Zoé Blanc'])
})

test('undoing a deletion gives the row back whole, in its place', async () => {
  const { space, ada } = await campus()
  const before = await seen(space)
  const undo = await save(space, [await edit(space, 'people', ada, { deletedAt: '2026-11-22T10:00:00.000Z' })])
  expect((await listed(space, 'people')).map(({ name }) => name)).toEqual(['Zoé Blanc'])
  await save(space, undo)
  expect(await seen(space)).toEqual(before)
  expect((await listed(space, 'people')).map(({ name }) => name)).toEqual(['Ada Roux', 'Zoé Blanc'])
})

test('undoing a creation takes the row from every list, and undoing that brings it back', async () => {
  const { space, talk } = await campus()
  const task = birth(space, 'tasks', { title: 'Rappeler Ada', exchange: talk })
  const undo = await save(space, [task])
  const before = await seen(space)
  const redo = await save(space, undo)
  expect(await listed(space, 'tasks')).toEqual([])
  await save(space, redo)
  expect(await seen(space)).toEqual(before)
})

test('several edits of one row in one save are undone together', async () => {
  const { space, ada } = await campus()
  const before = await seen(space)
  const undo = await save(space, [
    await edit(space, 'people', ada, { position: 'DRH' }),
    { table: 'people', row: ada, fields: { position: null, notes: 'Vue au salon' } },
  ])
  await save(space, undo)
  expect(await seen(space)).toEqual(before)
})

test('undoing an edit keeps what a colleague changed meanwhile in other fields', async () => {
  const { space, ada } = await campus()
  const undo = await save(space, [await edit(space, 'people', ada, { position: 'DRH' })])
  await save(space, [await edit(space, 'people', ada, { mobile: '+33639980102' })])
  await save(space, undo)
  expect(await row(space, 'people', ada)).toMatchObject({ position: 'Tutrice', mobile: '+33639980102' })
})

test('an undo travels like any change', async () => {
  const { space, ada } = await campus()
  await save(space, await save(space, [await edit(space, 'people', ada, { position: 'DRH' })]))
  const outbox = await space.db.table('outbox').toArray()
  expect(outbox.slice(-2).map(({ n, fields }) => [n, fields])).toEqual([
    [5, { position: 'DRH' }],
    [6, { position: 'Tutrice' }],
  ])
})

test('an undo that comes late, or twice, takes back nothing that was written since', async () => {
  const here = await testSpace()
  const there = await inAnotherTab(here)
  const born = birth(here, 'people', { name: 'Ada', position: 'Élève' })
  await save(here, [born])
  const row = async () => rowOf(here, 'people', born.row)
  const [undo] = await save(here, [{ table: 'people', row: born.row, fields: { name: 'Ada L', position: 'Cheffe' } }])
  await save(there, [{ table: 'people', row: born.row, fields: { name: 'Ada Lovelace' } }])
  for (let tap = 0; tap < 2; tap += 1) await save(here, undo ? [undo] : [])
  expect(await row()).toMatchObject({ name: 'Ada Lovelace', position: 'Élève' })
  const entries = await here.db.table('outbox').toArray()
  expect(entries.map(({ n }) => n)).toEqual([1, 2, 3, 4])
  expect(entries.at(-1)).toMatchObject({ fields: { position: 'Élève' } })
})
