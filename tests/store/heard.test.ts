import { expect, test } from 'vitest'
import type { Change } from '../../src/protocol/change.ts'
import type { News, SyncReply } from '../../src/protocol/sync-message.ts'
import { bringTo, docOf, readingOf, stateOf } from '../../src/protocol/text-doc.ts'
import { missingStep } from '../../src/store/missing-step.ts'
import { rowOf } from '../../src/store/read.ts'
import { receive } from '../../src/store/receive.ts'
import { schemaSteps } from '../../src/store/schema-steps.ts'
import type { Space } from '../../src/store/space.ts'
import { syncStateOf } from '../../src/store/sync-state.ts'
import { birth, editOf, save } from '../../src/store/write.ts'
import { catalog } from '../prose/minutes.ts'
import { testSpace } from './test-space.ts'

const at = Date.UTC(2026, 10, 22, 9)
const later = at + 60_000
const paul = 'paul'
const born = { by: paul, at }
const newsOf = (row: string, seq: number, given: Partial<News> = {}): News => ({
  ...{ table: 'people', row, seq, by: paul, at: later, born, fields: { name: `Personne ${row}` } },
  ...given,
})

/** Takes in a reply to what this phone would ask now, `sent` of its changes in the request. */
const hears = async (space: Space, reply: Partial<SyncReply>, sent = 0) => {
  const { epoch, cursor, whole, acked } = await syncStateOf(space)
  const changes = await space.db.table('outbox').where('n').above(acked).limit(sent).toArray()
  const asked = { epoch, cursor, whole, changes, offset: 0 }
  return receive(space, { p: 1, rid: 'r', epoch: 'e1', now: later, acked, cursor, ...reply }, asked)
}
/** The server was restored: what it gave above 4 is lost. */
const restored = { epoch: 'e2', cursor: 4, lost: [[4, 1_000]] } satisfies Partial<SyncReply>
const outbox = (space: Space) => space.db.table<Change, number>('outbox').toArray()
const filled = async (rows: News[], opening = {}) => {
  const space = await testSpace({ now: () => later, ...opening })
  await hears(space, { cursor: 20, rows })
  return space
}

test('what was heard and lost is said again, whole, with who wrote it, and stays on the screen meanwhile', async () => {
  const kept = { value: 'Ancien', by: 'ali', at: new Date(at).toISOString(), kept: { by: paul, at: '' } }
  const fields = { name: 'Nadia', role: 'Tutrice', tags: ['bois'] }
  const space = await filled([newsOf('p1', 9, { fields, versions: { name: kept } }), newsOf('p2', 3)])
  const { isDone } = await hears(space, {
    ...restored,
    rows: [newsOf('p2', 3), newsOf('p1', 2, { fields: { name: 'Nadya' } })],
  })
  expect(isDone).toBe(false)
  const said = { device: space.device, table: 'people', row: 'p1', base: 9, at: later }
  expect(await outbox(space)).toMatchObject([
    {
      ...{ ...said, n: 1, heard: { by: paul, at: later, row: { born } } },
      fields: { name: 'Nadia', role: 'Tutrice', tags: { add: ['bois'] } },
    },
    { ...said, n: 2, fields: { name: 'Ancien' }, heard: { by: 'ali', at, beside: true } },
  ])
  expect(await rowOf(space, 'people', 'p1')).toMatchObject({ name: 'Nadia', role: 'Tutrice', tags: ['bois'], seq: 2 })
})

test('a row the server lost altogether stays, and is said again', async () => {
  const space = await filled([newsOf('p1', 9)])
  await hears(space, restored)
  expect((await outbox(space)).map(({ row, heard }) => [row, heard?.by])).toEqual([['p1', paul]])
  expect(await rowOf(space, 'people', 'p1')).toMatchObject({ name: 'Personne p1' })
})

test('what takes a row out of the lists is said by itself, after its values', async () => {
  const deletedAt = new Date(at).toISOString()
  const space = await filled([newsOf('p1', 9, { fields: { name: 'Nadia', deletedAt } })])
  await hears(space, restored)
  const [values, away] = await outbox(space)
  expect(values).toMatchObject({ fields: { name: 'Nadia' }, heard: { row: { but: ['deletedAt'] } } })
  expect(away).toMatchObject({ fields: { deletedAt }, heard: { by: paul } })
  expect(away?.heard).not.toHaveProperty('row')
})

test('one’s own words that wait are not said to be heard, and nothing of the team is', async () => {
  const member = newsOf('m1', 10, { table: 'members', fields: { name: 'Ali', role: 'direction' } })
  const space = await filled([newsOf('p1', 9, { fields: { name: 'Nadia', role: 'Tutrice' } }), member])
  const row = await rowOf(space, 'people', 'p1')
  await save(space, row ? [editOf('people', row, { role: 'Directrice' }) ?? birth(space, 'people', {})] : [])
  await hears(space, restored)
  const [own, heard, ...more] = await outbox(space)
  expect(own).toMatchObject({ fields: { role: 'Directrice' } })
  expect(own).not.toHaveProperty('heard')
  expect(heard).toMatchObject({ row: 'p1', fields: { name: 'Nadia' }, heard: { row: { but: ['role'] } } })
  expect(more).toEqual([])
})

test('a word that stands over one’s own, which a server took and never said so, is said again', async () => {
  const space = await filled([newsOf('p1', 9, { fields: { name: 'Nadia', role: 'Tutrice' } })])
  const row = await rowOf(space, 'people', 'p1')
  await save(space, row ? [editOf('people', row, { role: 'Directrice' }) ?? birth(space, 'people', {})] : [])
  const told = { by: 'ali', at: later, fields: { role: 'Proviseure' } }
  await hears(space, { acked: 1, cursor: 21, rows: [newsOf('p1', 21, { ...told, born: undefined })] })
  await hears(space, restored)
  const [own, heard] = await outbox(space)
  expect(own).toMatchObject({ n: 1, fields: { role: 'Directrice' } })
  expect(heard).toMatchObject({ fields: { name: 'Nadia', role: 'Proviseure' }, heard: { by: 'ali' } })
})

test('a list that one adds to oneself is said again with what was heard of it', async () => {
  const space = await filled([newsOf('p1', 9, { fields: { name: 'Nadia', tags: ['bois'] } })])
  const row = await rowOf(space, 'people', 'p1')
  await save(space, row ? [editOf('people', row, { tags: ['bois', 'métal'] }) ?? birth(space, 'people', {})] : [])
  await hears(space, restored)
  const [own, heard] = await outbox(space)
  expect(own).toMatchObject({ fields: { tags: { add: ['métal'] } } })
  expect(heard).toMatchObject({ fields: { tags: { add: ['bois', 'métal'] } } })
})

test('it is said once a restore, in the transaction that hears of it, and nothing where a server tells of no loss', async () => {
  const space = await filled([newsOf('p1', 9)])
  await hears(space, { ...restored, left: 3, cursor: 2 })
  await hears(space, { epoch: 'e2', cursor: 4 })
  expect(await outbox(space)).toHaveLength(1)
  const other = await filled([newsOf('p1', 9)])
  await hears(other, { epoch: 'e2', cursor: 4 })
  expect(await outbox(other)).toEqual([])
})

test('a text is said as what was written in it, and reads the same when its row comes back without', async () => {
  const doc = docOf([])
  bringTo(doc, 'Présents\u00a0: Nadia, Ali')
  const told = { body: { whole: true, updates: [stateOf(doc)] } }
  const minutes = { table: 'minutes', fields: { title: 'COPIL', body: readingOf(doc) }, texts: told }
  const space = await filled([newsOf('m1', 9, minutes)], {
    catalog,
    steps: [...schemaSteps, missingStep(catalog) ?? []].flat(),
  })
  await hears(space, restored)
  const [row, text, ...more] = await outbox(space)
  expect(row).toMatchObject({ fields: { title: 'COPIL' }, heard: { by: paul } })
  expect(readingOf(docOf([((text as Change).fields.body as { text: string }).text]))).toBe('Présents\u00a0: Nadia, Ali')
  expect(more).toEqual([])
  await hears(
    space,
    { acked: 1, cursor: 5, rows: [newsOf('m1', 2_000, { table: 'minutes', fields: { title: 'COPIL' } })] },
    1,
  )
  expect(await rowOf(space, 'minutes', 'm1')).toMatchObject({ body: 'Présents\u00a0: Nadia, Ali' })
})
