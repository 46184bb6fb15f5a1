import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { type News, type SyncReply, syncReply } from '../../src/protocol/sync-message.ts'
import { houseOfTwo, type Phone } from './test-phone.ts'

const { house, a, b } = await houseOfTwo()
afterAll(() => house.close())

const replyOf = async (asked: ReturnType<Phone['sync']>) => {
  const { status, body } = await asked
  expect(status).toBe(200)
  return syncReply.parse(body)
}
const named = (rows: News[] | undefined, row: string) => rows?.find((one) => one.row === row)
const cursorOf = async (phone: Phone) => (await replyOf(phone.sync())).cursor

test('what one phone notes is on the other in one round trip, under its author', async () => {
  const row = randomUUID()
  const sent = await replyOf(
    a.sync({ rid: 'abc', changes: [a.change('people', row, { name: 'Nadia Fontaine', phone: '+33639981234' })] }),
  )
  expect(sent).toMatchObject({ rid: 'abc', acked: 1 })
  expect(named(sent.rows, row)).toBeUndefined()
  const { rows } = await replyOf(b.sync())
  expect(named(rows, row)).toMatchObject({
    ...{ table: 'people', by: a.me, born: { by: a.me } },
    fields: { name: 'Nadia Fontaine', phone: '+33639981234' },
  })
  const members = rows?.filter(({ table }) => table === 'members').map(({ fields }) => fields.name)
  expect(members).toEqual(['Claire Martin', 'Ali Haddad'])
})

test('one field changed is told alone, in few bytes', async () => {
  const row = randomUUID()
  await a.sync({ changes: [a.change('people', row, { name: 'Nadia', note: 'x'.repeat(500) })] })
  const cursor = await cursorOf(b)
  await a.sync({ cursor, changes: [a.change('people', row, { name: 'Nadia Fontaine' })] })
  const told = await replyOf(b.sync({ cursor }))
  expect(told.rows).toMatchObject([{ row, fields: { name: 'Nadia Fontaine' } }])
  expect(JSON.stringify(told).length).toBeLessThan(400)
})

describe('an answer that was not heard', () => {
  test('is answered again to the same effect', async () => {
    const change = a.change('people', randomUUID(), { name: 'once' })
    const [one, two] = [await replyOf(a.sync({ changes: [change] })), await replyOf(a.sync({ changes: [change] }))]
    expect([two.acked, two.cursor]).toEqual([one.acked, one.cursor])
  })

  test('tells again what was refused, and another change under a taken number is refused', async () => {
    const bad = a.change('nothing', randomUUID(), { name: 'x' })
    const good = a.change('people', randomUUID(), { name: 'x' })
    await a.sync({ changes: [bad, good] })
    const again = await replyOf(a.sync({ changes: [bad, { ...good, id: 'another' }] }))
    expect(again.refused).toEqual([
      { n: bad.n, code: 'unknown-table' },
      { n: good.n, code: 'id-reuse' },
    ])
  })

  test('though changes before it are missing: none is taken, and the true watermark is told', async () => {
    const [first, second, third] = [1, 2, 3].map(() => a.change('people', randomUUID(), { name: 'x' }))
    if (!first || !second || !third) throw new Error()
    const gap = await replyOf(a.sync({ changes: [second, third] }))
    expect(gap.acked).toBe(first.n - 1)
    expect((await replyOf(a.sync({ changes: [first, third] }))).acked).toBe(first.n)
    expect((await replyOf(a.sync({ changes: [third], gone: second.n }))).acked).toBe(third.n)
    expect((await replyOf(a.sync({ changes: [second] }))).refused).toEqual([{ n: second.n, code: 'id-reuse' }])
  })
})

test.each([1, 99])('a change by a build of schema %d is taken, its unknown fields too', async (schema) => {
  const row = randomUUID()
  const fields = { name: 'Nadia', ofAnotherBuild: 'kept' }
  const change = a.change('people', row, fields, { schema })
  const reply = await replyOf(a.sync({ changes: [change] }))
  expect([reply.acked, reply.refused]).toEqual([change.n, undefined])
  expect(named((await replyOf(b.sync())).rows, row)?.fields).toEqual(fields)
})

test('a bad change lets those behind it pass, and its row is told as it is', async () => {
  const row = randomUUID()
  const changes = [
    a.change('people', row, { name: 'Nadia' }),
    a.change('people', row, { name: 'x'.repeat(20_000) }),
    a.change('people', row, { birthday: { add: [] }, position: { add: ['x'] } }),
    a.change('people', row, { ['__proto__']: null }),
    a.change('people', row, { constructor: 'x' } as never),
    a.change('people', row, { seq: 5 }),
    a.change('people', `${row}'--`, { name: 'x' }),
    a.change('members', a.me, { role: 'reader' }),
    a.change('members', randomUUID(), { name: 'made up' }),
    a.change('people', row, Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`f${at}`, 1]))),
    a.change('people', row, { ofANewerBuild: 'kept', position: 'Tutrice' }),
  ]
  const reply = await replyOf(a.sync({ changes }))
  const n = changes[0]?.n ?? 0
  expect(reply.refused?.map(({ n: one, code }) => [one - n, code])).toEqual([
    ...[1, 2, 3, 4, 5, 6].map((at) => [at, 'invalid']),
    ...[7, 8].map((at) => [at, 'forbidden']),
    [9, 'too-large'],
  ])
  expect(reply.acked).toBe(n + 10)
  expect(named(reply.rows, row)?.fields).toEqual({ name: 'Nadia', ofANewerBuild: 'kept', position: 'Tutrice' })
  expect({}).not.toHaveProperty('polluted')
})

test('a member changes their own name, the direction that of others, nobody anything else', async () => {
  const rename = (phone: Phone, whom: Phone, name: string) => phone.change('members', whom.me, { name })
  expect((await replyOf(b.sync({ changes: [rename(b, b, 'Ali H.')] }))).refused).toBeUndefined()
  expect((await replyOf(b.sync({ changes: [rename(b, a, 'no')] }))).refused).toMatchObject([{ code: 'forbidden' }])
  expect((await replyOf(a.sync({ changes: [rename(a, b, 'Ali')] }))).refused).toBeUndefined()
  const { rows } = await replyOf(b.sync())
  expect([named(rows, a.me)?.fields.name, named(rows, b.me)?.fields.name]).toEqual(['Claire Martin', 'Ali'])
})

describe('pages', () => {
  test('hold what is asked for and tell how much is left; together they are everything once', async () => {
    await a.sync({ changes: Array.from({ length: 25 }, () => a.change('tasks', randomUUID(), { title: 'x' })) })
    const all = (await replyOf(b.sync({ limit: 5_000 }))).rows ?? []
    const rows: string[] = []
    let [cursor, left] = [0, 1]
    while (left > 0) {
      const page = await replyOf(b.sync({ cursor, since: 0, limit: 7 }))
      expect(page.rows?.length ?? 0).toBeLessThanOrEqual(7)
      rows.push(...(page.rows ?? []).map(({ row }) => row))
      ;[cursor, left] = [page.cursor, page.left ?? 0]
    }
    expect(rows).toEqual(all.map(({ row }) => row))
    expect(new Set(rows).size).toBe(rows.length)
  })

  test('a row that moves past them while they come is told with all it has', async () => {
    const since = await cursorOf(b)
    const row = randomUUID()
    const noted = a.change('people', row, { name: 'Nadia' })
    const others = Array.from({ length: 3 }, () => a.change('people', randomUUID(), { name: 'other' }))
    await a.sync({ changes: [noted, ...others] })
    // The page begins after the row was noted, and before it moves.
    await a.sync({ changes: [a.change('people', row, { position: 'x' })] })
    const first = await replyOf(b.sync({ cursor: since, since, limit: 1 }))
    await a.sync({ changes: [a.change('people', row, { position: 'Tutrice' })] })
    const second = await replyOf(b.sync({ cursor: first.cursor, since, limit: 1_000 }))
    expect(named(second.rows, row)?.fields).toEqual({ name: 'Nadia', position: 'Tutrice' })
  })

  test('a phone that lost what it sent gets it with the rest when it says so', async () => {
    const row = randomUUID()
    await a.sync({ changes: [a.change('people', row, { name: 'mine' })] })
    expect(named((await replyOf(a.sync())).rows, row)).toBeUndefined()
    expect(named((await replyOf(a.sync({ whole: true }))).rows, row)?.fields).toEqual({ name: 'mine' })
  })
})

test('what the phone knows already goes without saying', async () => {
  const said = async (body: object) => (await a.ask<SyncReply>('sync', { rid: 'r1', cursor: 0, ...body })).body
  const { epoch } = await said({})
  expect(epoch).toMatch(/./)
  expect(await said({ epoch })).not.toHaveProperty('epoch')
  expect((await said({ epoch: 'another' })).epoch).toBe(epoch)
})

test('a server put back from a backup is known by its epoch, and tells all from the start', async () => {
  const row = randomUUID()
  const before = await replyOf(a.sync({ changes: [a.change('people', row, { name: 'mine' })] }))
  await house.ledger.renewEpoch()
  const after = await replyOf(a.sync({ epoch: before.epoch, cursor: before.cursor }))
  expect(after.epoch).not.toBe(before.epoch)
  expect(named(after.rows, row)?.fields).toEqual({ name: 'mine' })
  expect((await replyOf(a.sync({ epoch: after.epoch, cursor: after.cursor }))).rows).toBeUndefined()
})

test('every value a field ever took can be read, who gave it, and whether it stood', async () => {
  const row = randomUUID()
  await a.sync({
    changes: [a.change('people', row, { name: 'one', position: 'x' }), a.change('people', row, { name: 'two' })],
  })
  await b.sync({ changes: [b.change('people', row, { name: 'older' }, { at: 1_000 })] })
  const { body } = await a.ask<{ entries: object[] }>('history', { table: 'people', row, field: 'name' })
  expect(body.entries).toMatchObject([
    { by: b.me, change: 'older', lost: true, at: 1_000 },
    { by: a.me, change: 'two', lost: false },
    { by: a.me, change: 'one', lost: false },
  ])
})

test('pages stay small enough to arrive, however long the notes are', async () => {
  const since = await cursorOf(b)
  const notes = 'x'.repeat(190_000)
  await a.sync({ changes: Array.from({ length: 15 }, () => a.change('people', randomUUID(), { name: 'n', notes })) })
  const page = await replyOf(b.sync({ cursor: since, since }))
  expect(JSON.stringify(page).length).toBeLessThan(2_100_000)
  expect((page.rows?.length ?? 0) + (page.left ?? 0)).toBe(15)
  expect(page.left).toBeGreaterThan(0)
})
