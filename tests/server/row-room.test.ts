import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { MOST_ROW } from '../../src/server/row-room.ts'
import { unpacked, writtenRow } from '../../src/server/row-text.ts'
import { houseOfTwo, type Phone } from './test-phone.ts'

const { house, a, b } = await houseOfTwo()
afterAll(() => house.close())

const long = (length: number) => 'x'.repeat(length)
const stored = async (row: string) =>
  (await house.ledger.read(a.campus, (at) => at.rows([{ table: 'people', row }])))[0]?.state ?? ''
const toldTo = async (phone: Phone, row: string) =>
  (await phone.sync({ whole: true })).body.rows?.find((one) => one.row === row)

test('a record that would outgrow its place refuses what would make it so, alone; all else is taken', async () => {
  const [row, other] = [randomUUID(), randomUUID()]
  const field = (name: string) => a.change('people', row, { [name]: long(150_000) })
  const changes = [
    a.change('people', row, { name: 'Nadia' }),
    ...['one', 'two', 'three', 'four', 'five'].map(field),
    a.change('people', row, { position: 'Tutrice' }),
    a.change('people', other, { name: 'Paul' }),
  ]
  const { body } = await a.sync({ changes })
  const n = changes[0]?.n ?? 0
  expect(body.acked).toBe(n + 7)
  expect(body.refused).toEqual([
    { n: n + 4, code: 'too-large' },
    { n: n + 5, code: 'too-large' },
  ])
  expect(Object.keys((await toldTo(b, row))?.fields ?? {})).toEqual(['name', 'one', 'two', 'three', 'position'])
  expect((await toldTo(b, other))?.fields).toEqual({ name: 'Paul' })
  expect((await stored(row)).length).toBeLessThanOrEqual(MOST_ROW)
  const again = await a.sync({ changes })
  expect(again.body.refused).toEqual(body.refused)
})

test('what was taken of a record stands where the last change of it was too much', async () => {
  const row = randomUUID()
  const [before, first, second] = [
    a.change('people', row, { name: 'Nadia' }),
    a.change('people', row, { one: long(200_000), two: long(200_000) }),
    a.change('people', row, { name: 'Inès', three: long(200_000) }),
  ]
  await a.sync({ changes: [before] })
  expect((await a.sync({ changes: [first, second] })).body.refused).toEqual([{ n: second.n, code: 'too-large' }])
  expect(Object.keys((await toldTo(b, row))?.fields ?? {})).toEqual(['name', 'one', 'two'])
})

test('one field written over many times takes no more than its last value', async () => {
  const row = randomUUID()
  const changes = Array.from({ length: 20 }, (_, at) => a.change('people', row, { notes: `${at}${long(100_000)}` }))
  expect((await a.sync({ changes })).body.refused).toBeUndefined()
  expect((await toldTo(b, row))?.fields.notes).toMatch(/^19x/)
})

test('two versions of the longest note have room beside each other', async () => {
  const row = randomUUID()
  await a.sync({ changes: [a.change('people', row, { name: 'Nadia', notes: `a${long(199_999)}` })] })
  const { body } = await b.sync({ changes: [b.change('people', row, { notes: `b${long(199_999)}` })] })
  expect(body.refused).toBeUndefined()
  expect(Object.keys((await toldTo(a, row))?.versions ?? {})).toEqual(['notes'])
})

test('a record that is too large from before there was a limit may shrink, and not grow', async () => {
  const row = randomUUID()
  await a.sync({ changes: [a.change('people', row, { one: long(200_000), two: long(200_000) })] })
  await house.ledger.write(a.campus, async (at) => {
    const [kept] = await at.rows([{ table: 'people', row }])
    if (!kept) throw new Error()
    const state = unpacked(kept.state)
    for (const name of ['three', 'four']) state.fields[name] = { ...state.fields.one, v: long(200_000) } as never
    await at.putRows([writtenRow(kept, state)])
  })
  const changes = [
    a.change('people', row, { five: long(1_000) }),
    a.change('people', row, { one: null }),
    a.change('people', row, { two: long(100_000) }),
  ]
  expect((await a.sync({ changes })).body.refused).toEqual([{ n: changes[0]?.n, code: 'too-large' }])
})
