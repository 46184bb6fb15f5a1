import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FieldChanges, Heard } from '../../src/protocol/change.ts'
import type { HistoryReply } from '../../src/protocol/entry-message.ts'
import type { SyncReply } from '../../src/protocol/sync-message.ts'
import type { RunningHouse } from './running-house.ts'
import { houseOfTwo, type Phone } from './test-phone.ts'

let house: RunningHouse
let a: Phone
let b: Phone
/** A number that was given and lost. */
let lostNumber = 0
const at = Date.UTC(2026, 10, 20, 9)
const at10 = at + 3_600_000

/** As after a restore: the numbers that follow were given once, and nothing of what they stood for is here. */
const restored = async () => {
  const before = (await a.sync()).body
  await house.ledger.renewEpoch()
  const { lost } = (await a.sync({ cursor: before.cursor })).body
  lostNumber = (lost?.at(-1)?.[0] ?? 0) + 10
}
beforeAll(async () => {
  ;({ house, a, b } = await houseOfTwo())
  await restored()
})
afterAll(() => house?.close())

const author = 'colleague-whose-phone-is-gone'
const row = (more: Partial<NonNullable<Heard['row']>> = {}) => ({ born: { by: author, at }, ...more })
const whole = (): Partial<Heard> => ({ row: row() })
/** What a phone says it had heard, under a lost number. */
const says = async (phone: Phone, id: string, fields: FieldChanges, heard: Partial<Heard> = whole(), later = 0) => {
  const more = { base: lostNumber + later, heard: { by: author, at: at10, ...heard } }
  return (await phone.sync({ changes: [phone.change('organisations', id, fields, more)] })).body
}
const sends = (phone: Phone, id: string, fields: FieldChanges, more: object = {}) =>
  phone.sync({ changes: [phone.change('organisations', id, fields, more)] })
const standing = async (id: string) => {
  const { rows } = (await b.sync({ whole: true })).body
  return rows?.find((one) => one.row === id)
}
const pastOf = async (id: string, field: string) =>
  (await a.ask<HistoryReply>('history', { table: 'organisations', row: id, field })).body.entries

test('a server that was restored tells phones of before which numbers it lost, and nobody else', async () => {
  const told = async (body: object) => (await a.ask<SyncReply>('sync', { rid: 'r', cursor: 0, ...body })).body
  const { epoch, lost } = await told({ epoch: 'of-before' })
  const [[after, upTo] = [0, 0]] = lost ?? []
  expect(after).toBeLessThan(lostNumber)
  expect(upTo).toBeGreaterThan(lostNumber)
  expect(await told({ epoch })).not.toHaveProperty('lost')
  expect(await told({})).not.toHaveProperty('lost')
})

test('a row that a phone had heard comes back as its author wrote it, and its past tells who said so', async () => {
  const id = randomUUID()
  const reply = await says(a, id, { name: 'Atelier', tags: { add: ['bois'] } })
  expect(reply.rows?.find((one) => one.row === id)).toMatchObject({ by: author, born: { by: author, at } })
  expect(await standing(id)).toMatchObject({
    ...{ by: author, at: at10, born: { by: author, at } },
    fields: { name: 'Atelier', tags: ['bois'] },
  })
  expect(await pastOf(id, 'name')).toEqual([
    expect.objectContaining({ by: author, heard: a.me, at: at10, change: 'Atelier', lost: false }),
  ])
})

test('said by several phones, and again when the answer was lost, it has one effect', async () => {
  const id = randomUUID()
  const change = a.change(
    'organisations',
    id,
    { name: 'Atelier' },
    { base: lostNumber, heard: { by: author, at: at10, ...whole() } },
  )
  await a.sync({ changes: [change] })
  const { seq } = (await standing(id)) ?? {}
  const again = (await a.sync({ changes: [change] })).body
  expect(again.rows?.map((one) => one.row)).toContain(id)
  await says(b, id, { name: 'Atelier' })
  expect(await standing(id)).toMatchObject({ seq, fields: { name: 'Atelier' } })
  expect(await standing(id)).not.toHaveProperty('versions')
  expect(await pastOf(id, 'name')).toHaveLength(1)
})

test.each([
  ['before', true],
  ['after', false],
])(
  'what somebody sent since the restore stands, also where it is older: what is said %s it lies beside',
  async (_, isFirst) => {
    const id = randomUUID()
    await sends(b, id, { name: 'Atelier' })
    if (isFirst) await says(a, id, { town: 'Sète' })
    await sends(b, id, { town: 'Agde' }, { at: 1_000 })
    if (!isFirst) await says(a, id, { town: 'Sète' })
    expect(await standing(id)).toMatchObject({
      fields: { name: 'Atelier', town: 'Agde' },
      versions: { town: { value: 'Sète', by: author } },
    })
    await says(a, id, { town: 'Sète' }, {})
    expect((await standing(id))?.versions?.town?.value).toBe('Sète')
  },
)

test('a phone that says what it sent, and then what it had heard after it, is believed', async () => {
  const id = randomUUID()
  await sends(a, id, { name: 'Atelier', town: 'Agde' })
  await says(a, id, { name: 'Atelier', town: 'Sète' })
  expect(await standing(id)).toMatchObject({ fields: { name: 'Atelier', town: 'Sète' } })
  expect(await standing(id)).not.toHaveProperty('versions')
})

test('what was settled since is not laid beside again by a phone that says it late', async () => {
  const id = randomUUID()
  await sends(b, id, { name: 'Atelier', town: 'Agde' })
  await says(a, id, { town: 'Sète' })
  const { seq } = (await standing(id)) ?? {}
  await sends(b, id, { town: 'Agde' }, { base: seq })
  expect(await standing(id)).not.toHaveProperty('versions')
  await says(a, id, { town: 'Sète' })
  expect((await standing(id))?.fields.town).toBe('Agde')
  expect(await standing(id)).not.toHaveProperty('versions')
})

test('of two phones the one that heard later is believed, whichever speaks first', async () => {
  for (const order of [0, 1]) {
    const id = randomUUID()
    const sayings = [
      () => says(a, id, { name: 'Atelier', town: 'Sète' }),
      () => says(b, id, { name: 'Atelier', phone: '0467000000' }, whole(), 5),
    ]
    for (const say of order ? sayings.reverse() : sayings) await say()
    expect((await standing(id))?.fields, `order ${order}`).toEqual({ name: 'Atelier', phone: '0467000000' })
    expect((await pastOf(id, 'town')).map(({ change }) => change)).toContain('Sète')
  }
})

test('a list is as it was heard, with what people added and dropped since', async () => {
  const id = randomUUID()
  await sends(b, id, { name: 'Atelier', tags: { add: ['textile', 'bois'] } })
  await sends(b, id, { tags: { drop: ['bois'] } })
  await says(a, id, { tags: { add: ['bois', 'industrie'] } })
  expect((await standing(id))?.fields.tags).toEqual(['industrie', 'textile'])
})

test('what was deleted goes, unless somebody wrote in it since; what was brought back comes back', async () => {
  const [gone, kept] = [randomUUID(), randomUUID()]
  const deletedAt = new Date(at10).toISOString()
  for (const id of [gone, kept]) await says(a, id, { name: 'Atelier' }, { row: row({ but: ['deletedAt'] }) })
  await sends(b, kept, { town: 'Agde' })
  for (const id of [gone, kept]) await says(a, id, { deletedAt }, {})
  expect((await standing(gone))?.fields.deletedAt).toBeTypeOf('string')
  expect((await standing(kept))?.fields.deletedAt).toBeUndefined()
  await says(b, gone, { name: 'Atelier' }, whole(), 5)
  expect((await standing(gone))?.fields.deletedAt).toBeUndefined()
})

test('a moment no calendar knows reaches no phone', async () => {
  const id = randomUUID()
  await says(a, id, { name: 'Atelier' }, { at: 1e300, row: { born: { by: author, at: -1e300 } } })
  const row = await standing(id)
  expect(row?.born?.at).toBe(0)
  expect(row?.at).toBeLessThanOrEqual(Date.now())
})

test('nothing is taken as heard under a number that no restore lost, nor of the team', async () => {
  const id = randomUUID()
  expect((await says(a, id, { name: 'Atelier' }, whole(), -10)).refused).toMatchObject([{ code: 'invalid' }])
  expect((await says(a, id, { name: 'Atelier' }, whole(), 4e15)).refused).toMatchObject([{ code: 'invalid' }])
  expect(await standing(id)).toBeUndefined()
  const more = { base: lostNumber, heard: { by: author, at, ...whole() } }
  const { refused } = (await b.sync({ changes: [b.change('members', b.me, { name: 'Autre' }, more)] })).body
  expect(refused).toMatchObject([{ code: 'forbidden' }])
})
