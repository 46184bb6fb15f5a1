import { expect, test } from 'vitest'
import type { News, SyncReply } from '../../src/protocol/sync-message.ts'
import { trimOutbox } from '../../src/store/outbox.ts'
import { listed, rowOf } from '../../src/store/read.ts'
import { receive } from '../../src/store/receive.ts'
import type { Mark, Space } from '../../src/store/space.ts'
import { syncStateOf } from '../../src/store/sync-state.ts'
import { birth, editOf, save } from '../../src/store/write.ts'
import { inAnotherTab, testSpace } from './test-space.ts'

const at = Date.UTC(2026, 10, 22, 9)
const paul = 'paul'
const born = { by: paul, at }
const newsOf = (row: string, seq: number, given: Partial<News> = {}): News => ({
  ...{ table: 'people', row, seq, by: paul, at, fields: { name: `Personne ${row}` } },
  ...given,
})

/** Takes in a reply to what this phone would ask now. */
const hears = async (space: Space, reply: Partial<SyncReply>, sent = 0) => {
  const { epoch, cursor, whole, acked } = await syncStateOf(space)
  const changes = await space.db.table('outbox').where('n').above(acked).limit(sent).toArray()
  const asked = { epoch, cursor, whole, changes, offset: 1_500 }
  return receive(space, { p: 1, rid: 'r', epoch: 'e1', now: at, acked, cursor, ...reply }, asked)
}
const filled = async (now = () => at) => {
  const space = await testSpace({ now })
  await hears(space, { cursor: 1 })
  return space
}

test('what a colleague noted is listed in its place, with who gave it and when', async () => {
  const space = await testSpace()
  const rows = [newsOf('p1', 3, { born, fields: { name: 'Élodie Martin' } }), newsOf('p2', 4, { born })]
  await hears(space, { cursor: 4, rows })
  expect((await listed(space, 'people')).map(({ name }) => name)).toEqual(['Élodie Martin', 'Personne p2'])
  expect(await rowOf(space, 'people', 'p1')).toEqual({
    id: 'p1',
    name: 'Élodie Martin',
    sort: 'elodie martin',
    createdAt: '2026-11-22T09:00:00.000Z',
    createdBy: paul,
    updatedAt: '2026-11-22T09:00:00.000Z',
    updatedBy: paul,
    seq: 3,
    rev: 1,
  })
  expect(await syncStateOf(space)).toMatchObject({ epoch: 'e1', cursor: 4, filled: true })
})

test('a part of a row that is not here, since it left the trash long ago, makes no row', async () => {
  const space = await filled()
  await hears(space, { cursor: 9, rows: [newsOf('p1', 9, { fields: { position: 'Tutrice' } })] })
  expect(await rowOf(space, 'people', 'p1')).toBeUndefined()
  expect(await syncStateOf(space)).toMatchObject({ cursor: 9 })
})

test('only a colleague’s row that comes after the first filling is new, and stays so when it changes', async () => {
  let now = at
  const space = await testSpace({ now: () => now })
  await hears(space, { cursor: 2, left: 1, rows: [newsOf('p1', 2, { born })] })
  await hears(space, { cursor: 3, rows: [newsOf('p2', 3, { born })] })
  await hears(space, { cursor: 5, rows: [newsOf('p3', 4, { born }), newsOf('p4', 5, { born: { by: space.me, at } })] })
  now = at + 60_000
  await hears(space, { cursor: 6, rows: [newsOf('p3', 6, { fields: { position: 'Tutrice' } })] })
  const arrived = await Promise.all(['p1', 'p2', 'p3', 'p4'].map((id) => rowOf(space, 'people', id)))
  expect(arrived.map((row) => row?.arrived)).toEqual([undefined, undefined, new Date(at).toISOString(), undefined])
  expect(arrived[2]).toMatchObject({ name: 'Personne p3', position: 'Tutrice' })
})

test('what this phone has changed and not sent stays over what is told', async () => {
  const space = await filled()
  await hears(space, { cursor: 2, rows: [newsOf('p1', 2, { born, fields: { name: 'Élodie', position: 'Tutrice' } })] })
  const row = await rowOf(space, 'people', 'p1')
  const edit = row && editOf('people', row, { position: 'Gérante' })
  await save(space, edit ? [edit] : [])
  await hears(space, {
    cursor: 3,
    rows: [newsOf('p1', 3, { fields: { position: 'Cheffe', email: 'e@songe.example' } })],
  })
  expect(await rowOf(space, 'people', 'p1')).toMatchObject({ position: 'Gérante', email: 'e@songe.example', seq: 3 })
  await hears(space, { cursor: 4, acked: 1, rows: [newsOf('p1', 4, { fields: { position: 'Cheffe' } })] }, 1)
  expect(await rowOf(space, 'people', 'p1')).toMatchObject({ position: 'Cheffe' })
})

test('a value that lost is kept beside the field until somebody edits it, and news of another field leaves it', async () => {
  const space = await filled()
  const other = {
    value: 'Cheffe',
    by: paul,
    at: '2026-11-22T08:00:00.000Z',
    kept: { by: space.me, at: '2026-11-22T08:30:00.000Z' },
  }
  const fields = { name: 'Élodie', position: 'Gérante' }
  await hears(space, { cursor: 2, rows: [newsOf('p1', 2, { born, fields, versions: { position: other } })] })
  await hears(space, { cursor: 3, rows: [newsOf('p1', 3, { fields: { email: 'e@songe.example' } })] })
  expect((await rowOf(space, 'people', 'p1'))?.versions).toEqual({ position: other })
  await save(space, [{ table: 'people', row: 'p1', fields: { email: 'f@songe.example' } }])
  expect((await rowOf(space, 'people', 'p1'))?.versions).toEqual({ position: other })
  await save(space, [{ table: 'people', row: 'p1', fields: { position: 'Gérante' } }])
  expect(await rowOf(space, 'people', 'p1')).not.toHaveProperty('versions')
  expect((await space.db.table('outbox').toArray()).at(-1)).toMatchObject({ base: 3, fields: { position: 'Gérante' } })
})

test('a colleague who settled two versions takes the mark away here too', async () => {
  const space = await filled()
  const other = {
    value: 'Cheffe',
    by: paul,
    at: '2026-11-22T08:00:00.000Z',
    kept: { by: space.me, at: '2026-11-22T08:30:00.000Z' },
  }
  await hears(space, { cursor: 2, rows: [newsOf('p1', 2, { born, versions: { name: other } })] })
  await hears(space, { cursor: 3, rows: [newsOf('p1', 3)] })
  expect(await rowOf(space, 'people', 'p1')).not.toHaveProperty('versions')
})

test('an emptied field, an emptied list, a deletion and a reunion are followed', async () => {
  const space = await filled()
  const fields = { name: 'Élodie', position: 'Tutrice', tags: ['bois'] }
  await hears(space, { cursor: 4, rows: ['p1', 'p2', 'p3'].map((id, n) => newsOf(id, n + 2, { born, fields })) })
  const changed = [{ position: null, tags: [] }, { deletedAt: '2026-11-22T09:00:00.000Z' }, { mergedInto: 'p1' }]
  await hears(space, { cursor: 7, rows: changed.map((fields, n) => newsOf(`p${n + 1}`, n + 5, { fields })) })
  const [first] = await listed(space, 'people')
  expect(await listed(space, 'people')).toHaveLength(1)
  expect(first).toMatchObject({ id: 'p1', name: 'Élodie' })
  expect(Object.keys(first ?? {})).not.toEqual(expect.arrayContaining(['position']))
  expect(first).not.toHaveProperty('tags')
})

test('news that tells a row from its birth tells all of it: what the server has not is no longer here', async () => {
  const space = await filled()
  await hears(space, { cursor: 2, rows: [newsOf('p1', 2, { born, fields: { name: 'Élodie', position: 'Tutrice' } })] })
  await hears(space, { epoch: 'e2', cursor: 1, rows: [newsOf('p1', 1, { born, fields: { name: 'Élodie' } })] })
  expect(await rowOf(space, 'people', 'p1')).not.toHaveProperty('position')
  expect(await syncStateOf(space)).toMatchObject({ epoch: 'e2', cursor: 1 })
})

test('what a server of before acknowledged long ago is not forgotten as soon as a restored one has it', async () => {
  const space = await filled()
  const ackedAt = { n: 1, at: at - 40 * 24 * 3_600_000 }
  await save(space, [birth(space, 'people', { name: 'Nadia' })])
  await space.db.table('meta').put({ ...(await syncStateOf(space)), acked: 1, ackedAt })
  await hears(space, { epoch: 'e2', cursor: 0, acked: 0 })
  await hears(space, { epoch: 'e2', cursor: 0, acked: 1 }, 1)
  await trimOutbox(space)
  expect(await space.db.table('outbox').count()).toBe(1)
})

test('a row of a type this build does not know is told again to the build that knows it', async () => {
  const space = await filled()
  await hears(space, { cursor: 2, rows: [newsOf('v1', 2, { table: 'visits', born })] })
  expect(await syncStateOf(space)).toMatchObject({ cursor: 2, unread: ['visits'] })
})

test('changes that were acknowledged stay in the outbox; a refused one is shown with its text', async () => {
  const space = await filled()
  await save(space, [birth(space, 'people', { name: 'Élodie' }), birth(space, 'people', { name: 'Paul' })])
  const { isDone } = await hears(space, { acked: 2, refused: [{ n: 2, code: 'invalid' }] }, 2)
  expect(isDone).toBe(true)
  expect(await space.db.table('outbox').count()).toBe(2)
  expect(await space.db.table('refused').toArray()).toMatchObject([
    {
      n: 2,
      code: 'invalid',
      at: new Date(at).toISOString(),
      change: { device: space.device, fields: { name: 'Paul' } },
    },
  ])
})

test('a server that acknowledges less than before is believed', async () => {
  const space = await filled()
  for (const name of ['Élodie', 'Paul']) await save(space, [birth(space, 'people', { name })])
  await hears(space, { acked: 2 }, 2)
  await hears(space, { acked: 1 })
  expect(await syncStateOf(space)).toMatchObject({ acked: 1 })
})

test('the clock of the server is known to the next change', async () => {
  const space = await filled()
  await save(space, [birth(space, 'people', { name: 'Élodie' })])
  expect((await space.db.table('outbox').toArray()).at(-1)).toMatchObject({ offset: 1_500 })
})

test('a form saved after news came is sent as somebody who had not seen it', async () => {
  const space = await filled()
  await hears(space, { cursor: 2, rows: [newsOf('p1', 2, { born })] })
  const asShown = await rowOf(space, 'people', 'p1')
  await hears(space, { cursor: 3, rows: [newsOf('p1', 3, { fields: { position: 'Cheffe' } })] })
  const edit = asShown && editOf('people', asShown, { position: 'Gérante' })
  await save(space, edit ? [edit] : [])
  expect((await space.db.table('outbox').toArray()).at(-1)).toMatchObject({ base: 2, fields: { position: 'Gérante' } })
})

test('a page that cannot be stored whole leaves rows, acknowledgements and cursor as they were', async () => {
  const space = await filled()
  await save(space, [birth(space, 'people', { name: 'Élodie' })])
  const before = [await listed(space, 'people'), await space.db.table('meta').toArray()]
  const unstorable = newsOf('p2', 3, { born, fields: { name: (() => 'x') as never } })
  const rows = [newsOf('p1', 2, { born }), unstorable]
  await expect(hears(space, { cursor: 3, acked: 1, rows }, 1)).rejects.toMatchObject({ name: 'StoreError' })
  expect([await listed(space, 'people'), await space.db.table('meta').toArray()]).toEqual(before)
})

test('a reply that comes after another tab got further changes nothing', async () => {
  const space = await filled()
  const other = await inAnotherTab(space)
  const { cursor, epoch } = await syncStateOf(space)
  const asked = { epoch, cursor, changes: [], offset: 0 }
  const reply = { p: 1, rid: 'r', epoch: 'e1', now: at, acked: 0 } as const
  await receive(other, { ...reply, cursor: 3, rows: [newsOf('p1', 3, { born, fields: { name: 'Nouveau' } })] }, asked)
  const late = { ...reply, cursor: 2, rows: [newsOf('p1', 2, { born, fields: { name: 'Ancien' } })] }
  expect(await receive(space, late, asked)).toMatchObject({ isTaken: false, isDone: false })
  expect(await rowOf(space, 'people', 'p1')).toMatchObject({ name: 'Nouveau' })
})

test('nothing is received into a database that was wiped, or that a newer version writes', async () => {
  const space = await filled()
  const mark = (await space.db.table<Mark, string>('meta').get('mark')) as Mark
  await space.db.table('meta').put({ ...mark, minWriter: mark.minWriter + 1 })
  await expect(hears(space, { cursor: 2, rows: [newsOf('p1', 2, { born })] })).rejects.toMatchObject({
    problem: 'outdated',
  })
  await space.db.table('meta').clear()
  await expect(hears(space, { cursor: 2, rows: [newsOf('p1', 2, { born })] })).rejects.toMatchObject({
    problem: 'wiped',
  })
  expect(await space.db.table('people').count()).toBe(0)
})

test('deletions that waited for the direction leave the list once they took place; the direction hears how many wait', async () => {
  const space = await filled()
  const rows = [newsOf('p1', 2, { born }), newsOf('p2', 3, { born })]
  await hears(space, { cursor: 3, rows, held: 4 })
  expect(await syncStateOf(space)).toMatchObject({ held: 4 })
  for (const n of [1, 2])
    await space.db.table('refused').put({ n, code: n === 1 ? 'held' : 'invalid', change: { row: 'p1' }, at: '' })
  await hears(space, { cursor: 4, rows: [newsOf('p2', 4, { fields: { deletedAt: '2026-11-22T10:00:00.000Z' } })] })
  expect(await space.db.table('refused').count()).toBe(2)
  await hears(space, { cursor: 5, rows: [newsOf('p1', 5, { fields: { deletedAt: '2026-11-22T10:00:00.000Z' } })] })
  expect((await space.db.table('refused').toArray()).map(({ n }) => n)).toEqual([2])
  expect(await syncStateOf(space)).not.toHaveProperty('held')
})
