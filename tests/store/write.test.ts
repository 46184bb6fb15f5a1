import { expect, test } from 'vitest'
import type { Change } from '../../src/protocol/change.ts'
import { draftsOf } from '../../src/store/drafts.ts'
import { listed, rowOf } from '../../src/store/read.ts'
import type { Space } from '../../src/store/space.ts'
import { birth, editOf, save } from '../../src/store/write.ts'
import { testSpace } from './test-space.ts'

const outboxOf = (space: Space) => space.db.table<Change, number>('outbox').toArray()
const somebody = async (space: Space, values: Record<string, unknown> = {}) => {
  const born = birth(space, 'people', { name: 'Élodie Martin', ...values })
  await save(space, [born])
  return born.row
}
const rowIn = async (space: Space, table: string, id: string) => {
  const row = await rowOf(space, table, id)
  if (!row) throw new Error(`${table} has no row ${id}`)
  return row
}
const edited = async (space: Space, table: string, id: string, after: Record<string, unknown>) => {
  const edit = editOf(table, await rowIn(space, table, id), after)
  if (edit) await save(space, [edit])
  return rowIn(space, table, id)
}

test('a save keeps the rows and what will be sent of them', async () => {
  const space = await testSpace({ now: () => 1_800_000_000_000 })
  const structure = birth(space, 'organisations', { name: 'Menuiserie du Songe' })
  const person = birth(space, 'people', { name: 'Élodie Martin', mobile: '' })
  const tie = birth(space, 'affiliations', { person: person.row, organisation: structure.row })
  await save(space, [structure, person, tie])
  expect(await rowOf(space, 'people', person.row)).toEqual({
    id: person.row,
    name: 'Élodie Martin',
    sort: 'elodie martin',
    createdAt: '2027-01-15T08:00:00.000Z',
    updatedAt: '2027-01-15T08:00:00.000Z',
    createdBy: space.me,
    updatedBy: space.me,
    seq: 0,
    rev: 1,
  })
  expect(await outboxOf(space)).toMatchObject([
    { n: 1, table: 'organisations', row: structure.row, base: 0, fields: { name: 'Menuiserie du Songe' } },
    { n: 2, table: 'people', row: person.row, device: space.device, fields: { name: 'Élodie Martin' } },
    { n: 3, table: 'affiliations', row: tie.row, fields: { person: person.row, organisation: structure.row } },
  ])
})

test('a save that fails half way keeps nothing, neither rows nor what would be sent', async () => {
  const space = await testSpace()
  await somebody(space)
  const before = [await listed(space, 'people'), await outboxOf(space), await space.db.table('meta').toArray()]
  const good = birth(space, 'people', { name: 'Paul Blanc' })
  const unstorable = { table: 'people', row: space.newId(), fields: { name: () => 'x' } as never, born: true }
  await expect(save(space, [good, unstorable])).rejects.toMatchObject({ name: 'StoreError', problem: 'unknown' })
  expect([await listed(space, 'people'), await outboxOf(space), await space.db.table('meta').toArray()]).toEqual(before)
})

test('a change that finds its number taken keeps nothing of the save', async () => {
  const space = await testSpace()
  await space.db.table('outbox').add({ n: 2 })
  const two = [birth(space, 'people', { name: 'Paul Blanc' }), birth(space, 'tasks', { title: 'Rappeler' })]
  await expect(save(space, two)).rejects.toMatchObject({ name: 'StoreError' })
  expect(await listed(space, 'people')).toEqual([])
  expect((await outboxOf(space)).map(({ n }) => n)).toEqual([2])
})

test('fields of a newer version live through an edit and are not sent again', async () => {
  const space = await testSpace()
  const id = await somebody(space)
  await space.db.table('people').update(id, { badge: { colour: 'vert' }, seq: 7 })
  const row = await edited(space, 'people', id, { position: 'Tutrice' })
  expect(row).toMatchObject({ badge: { colour: 'vert' }, position: 'Tutrice', name: 'Élodie Martin', seq: 7 })
  expect((await outboxOf(space)).at(-1)).toMatchObject({ base: 7, fields: { position: 'Tutrice' } })
  expect((await outboxOf(space)).at(-1)?.fields).not.toHaveProperty('badge')
})

test('an edit sends the touched fields only, and nothing when nothing was touched', async () => {
  const space = await testSpace()
  const id = await somebody(space, { position: 'Tutrice' })
  const row = await rowIn(space, 'people', id)
  expect(editOf('people', row, { name: 'Élodie Martin', position: 'Tutrice', email: '' })).toBeUndefined()
  expect(editOf('people', row, { name: 'Élodie Blanc', position: '' })?.fields).toEqual({
    name: 'Élodie Blanc',
    position: null,
  })
})

test('a list of values travels as what was added and dropped, and is stored whole', async () => {
  const space = await testSpace()
  const born = birth(space, 'organisations', { name: 'Songe', tags: ['bois', 'salon'], sectors: ['construction'] })
  await save(space, [born])
  const row = await edited(space, 'organisations', born.row, { tags: ['salon', 'local'], sectors: [] })
  expect(row.tags).toEqual(['salon', 'local'])
  expect(row).not.toHaveProperty('sectors')
  expect((await outboxOf(space)).map(({ fields }) => fields)).toEqual([
    { name: 'Songe', tags: { add: ['bois', 'salon'] }, sectors: { add: ['construction'] } },
    { tags: { add: ['local'], drop: ['bois'] }, sectors: { drop: ['construction'] } },
  ])
})

test('two people’s additions to one list add up, and adding twice adds once', async () => {
  const space = await testSpace()
  const born = birth(space, 'organisations', { name: 'Songe', tags: ['bois'] })
  await save(space, [born])
  const seenByBoth = await rowIn(space, 'organisations', born.row)
  for (const tags of [['bois', 'salon'], ['bois', 'local'], ['salon']]) {
    const edit = editOf('organisations', seenByBoth, { tags })
    if (edit) await save(space, [edit])
  }
  expect((await rowIn(space, 'organisations', born.row)).tags).toEqual(['salon', 'local'])
})

test('a deleted row has no place in the list, and takes it again when it is back', async () => {
  const space = await testSpace()
  const id = await somebody(space)
  expect(await edited(space, 'people', id, { deletedAt: '2026-11-22T09:00:00.000Z' })).not.toHaveProperty('sort')
  expect(await listed(space, 'people')).toEqual([])
  expect(await edited(space, 'people', id, { deletedAt: undefined })).toMatchObject({ sort: 'elodie martin' })
  expect(await listed(space, 'people')).toHaveLength(1)
})

test('a list follows a new name', async () => {
  const space = await testSpace()
  const id = await somebody(space)
  await somebody(space, { name: 'Bruno Roux' })
  await edited(space, 'people', id, { name: 'Anne Martin' })
  expect((await listed(space, 'people')).map((row) => row.name)).toEqual(['Anne Martin', 'Bruno Roux'])
})

test('examples are kept but never wait to be sent', async () => {
  const space = await testSpace({ kind: 'examples' })
  const id = await somebody(space)
  await edited(space, 'people', id, { position: 'Tutrice' })
  expect(await listed(space, 'people')).toHaveLength(1)
  expect(await outboxOf(space)).toEqual([])
})

test('the draft of a form goes with its save, and stays when the save fails', async () => {
  const space = await testSpace()
  const draft = { id: 'd1', form: 'capture', title: 'Paul', values: {}, updatedAt: '2026-11-22T09:00:00.000Z' }
  await space.db.table('drafts').bulkPut([draft, { ...draft, id: 'd2' }])
  const unstorable = { table: 'people', row: space.newId(), fields: { name: () => 'x' } as never, born: true }
  await expect(save(space, [unstorable], { draft: 'd1' })).rejects.toThrow()
  expect((await draftsOf(space)).map(({ id }) => id)).toEqual(['d1', 'd2'])
  await save(space, [birth(space, 'people', { name: 'Paul Blanc' })], { draft: 'd1' })
  expect((await draftsOf(space)).map(({ id }) => id)).toEqual(['d2'])
})
