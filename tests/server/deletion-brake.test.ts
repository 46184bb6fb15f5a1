import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { HeldReply } from '../../src/protocol/entry-message.ts'
import { enterWith, houseOfTwo, type Phone } from './test-phone.ts'

const MINUTE = 60_000
const deletedAt = new Date().toISOString()
let [house, director, colleague]: [Awaited<ReturnType<typeof houseOfTwo>>['house'], Phone, Phone] = [] as never
beforeEach(async () => {
  ;({ house, a: director, b: colleague } = await houseOfTwo())
})
afterEach(() => house.close())

/** So many rows that both have heard of. */
const filled = async (count: number) => {
  const rows = Array.from({ length: count }, () => randomUUID())
  await director.sync({ changes: rows.map((row, at) => director.change('people', row, { name: `Personne ${at}` })) })
  const { cursor } = (await colleague.sync()).body
  return { rows, cursor }
}
const deletes = (rows: string[], base: number, at = (_: number) => Date.now()) =>
  colleague.sync({
    cursor: base,
    changes: rows.map((row, n) => colleague.change('people', row, { deletedAt }, { base, at: at(n) })),
  })
const ask = (by: Phone, settle?: object) => by.ask<HeldReply>('held', settle ? { settle } : {})
const gone = async () => {
  const { rows = [] } = (await director.sync({ whole: true })).body
  return rows.filter(({ fields }) => fields.deletedAt).length
}

test('fifty deletions of one person within an hour take place; those after them wait for the direction', async () => {
  const { rows, cursor } = await filled(400)
  const { body } = await deletes(rows.slice(0, 63), cursor)
  expect(body.acked).toBe(63)
  expect(body.refused?.map(({ code }) => code)).toEqual(Array(13).fill('held'))
  expect(await gone()).toBe(50)
  // Whoever sent them sees the rows again.
  expect(body.rows?.map(({ row }) => row).sort()).toEqual(rows.slice(50, 63).sort())
  expect(body.held).toBeUndefined()
  expect((await director.sync()).body.held).toBe(13)
})

test('in a small space a fifth of all rows is much, and ten never are', async () => {
  const { rows, cursor } = await filled(100)
  expect((await deletes(rows.slice(0, 30), cursor)).body.refused).toHaveLength(10)
  const other = await houseOfTwo()
  const few = Array.from({ length: 10 }, () => randomUUID())
  await other.b.sync({ changes: few.map((row) => other.b.change('people', row, { name: 'x' })) })
  const { body } = await other.b.sync({ changes: few.map((row) => other.b.change('people', row, { deletedAt })) })
  expect(body.refused).toBeUndefined()
  await other.house.close()
})

test('whatever clock a phone says it has, they are counted by the hour in which they came', async () => {
  const { rows, cursor } = await filled(400)
  const { body } = await deletes(rows.slice(0, 120), cursor, (n) => Date.now() - (120 - n) * 30 * MINUTE)
  expect(body.refused).toHaveLength(70)
  expect(await gone()).toBe(50)
})

test('the devices of one person are counted together, those of a colleague are not', async () => {
  const { rows, cursor } = await filled(400)
  await deletes(rows.slice(0, 40), cursor)
  const link = await colleague.inviteToken({ kind: 'device' })
  const tablet = await enterWith(house, link, 'Ali Haddad')
  const deletion = (by: Phone) => (row: string) => by.change('people', row, { deletedAt }, { base: 9e9 })
  const { body } = await tablet.sync({ changes: rows.slice(40, 60).map(deletion(tablet)) })
  expect(body.refused).toHaveLength(10)
  const theirs = await director.sync({ changes: rows.slice(60, 80).map(deletion(director)) })
  expect(theirs.body.refused).toBeUndefined()
})

test('rows that merging takes out of the lists count alike, and wait alike', async () => {
  const { rows, cursor } = await filled(400)
  const [into, ...others] = rows.slice(0, 61) as [string, ...string[]]
  const merges = others.map((row) => colleague.change('people', row, { mergedInto: into }, { base: cursor }))
  const { body } = await colleague.sync({ cursor, changes: merges })
  expect(body.refused?.map(({ code }) => code)).toEqual(Array(10).fill('held'))
  const merged = async () => {
    const { rows = [] } = (await director.sync({ whole: true })).body
    return rows.filter(({ fields }) => fields.mergedInto === into).length
  }
  expect([await merged(), await gone()]).toEqual([50, 0])
  const [group] = (await ask(director)).body.held
  await ask(director, { device: colleague.device, upTo: group?.upTo, as: 'delete' })
  expect([await merged(), await gone()]).toEqual([60, 0])
})

test('what is gone already is not counted: a phone may offer again what it deleted a while ago', async () => {
  const { rows, cursor } = await filled(400)
  const all = () => deletes(rows.slice(0, 40), cursor, () => Date.now() - 90 * MINUTE)
  await all()
  for (const _ of [1, 2]) expect((await all()).body.refused).toBeUndefined()
  expect((await deletes(rows.slice(40, 50), cursor)).body.refused).toBeUndefined()
})

test('the direction says that they take place: they are deleted as by whoever asked, on every phone', async () => {
  const { rows, cursor } = await filled(400)
  await deletes(rows.slice(0, 60), cursor)
  const [group] = (await ask(director)).body.held
  expect(group).toMatchObject({ device: colleague.device, by: colleague.me, count: 10 })
  expect(group?.rows).toHaveLength(10)
  const settled = await ask(director, { device: colleague.device, upTo: group?.upTo, as: 'delete' })
  expect(settled.body.held).toEqual([])
  expect(await gone()).toBe(60)
  const { body } = await colleague.sync({ cursor })
  expect(body.rows?.filter(({ fields }) => fields.deletedAt)).toHaveLength(10)
  const history = await director.ask<{ entries: { by: string }[] }>('history', {
    ...{ table: 'people', row: rows[55], field: 'deletedAt' },
  })
  expect(history.body.entries.map(({ by }) => by)).toEqual([colleague.me])
})

test('the direction says that the rows stay: they do, and saying it again changes nothing', async () => {
  const { rows, cursor } = await filled(400)
  await deletes(rows.slice(0, 55), cursor)
  const [group] = (await ask(director)).body.held
  const settle = { device: colleague.device, upTo: group?.upTo, as: 'keep' }
  expect((await ask(director, settle)).body.held).toEqual([])
  expect((await ask(director, { ...settle, as: 'delete' })).body.held).toEqual([])
  expect(await gone()).toBe(50)
})

test('what a colleague wrote while a deletion waited keeps its row', async () => {
  const { rows, cursor } = await filled(400)
  await deletes(rows.slice(0, 52), cursor)
  await director.sync({
    changes: [director.change('people', rows[50] as string, { notes: 'Rappeler' }, { base: 9e9 })],
  })
  const [group] = (await ask(director)).body.held
  await ask(director, { device: colleague.device, upTo: group?.upTo, as: 'delete' })
  expect(await gone()).toBe(51)
})

test('what somebody else deleted meanwhile is not asked about, and a row asked for twice counts once', async () => {
  const { rows, cursor } = await filled(400)
  await deletes(rows.slice(0, 54), cursor)
  await deletes([rows[50] as string], cursor)
  expect((await ask(director)).body.held).toMatchObject([{ count: 4 }])
  const changes = [51, 52].map((at) => director.change('people', rows[at] as string, { deletedAt }, { base: 9e9 }))
  await director.sync({ changes })
  const [group] = (await ask(director)).body.held
  expect(group).toMatchObject({ count: 2 })
  expect(group?.rows.map(({ row }) => row)).toEqual([rows[50], rows[53]])
})

test('only the direction settles; who asked for them may look whether they still wait', async () => {
  const { rows, cursor } = await filled(400)
  await deletes(rows.slice(0, 60), cursor)
  expect((await ask(colleague)).body.held).toMatchObject([{ device: colleague.device, count: 10 }])
  const other = await enterWith(house, await director.inviteToken(), 'Zoé')
  expect((await ask(other)).body.held).toEqual([])
  expect(await ask(colleague, { device: colleague.device, upTo: 99, as: 'delete' })).toMatchObject({
    status: 403,
    body: { error: 'forbidden' },
  })
  expect(await gone()).toBe(50)
})
