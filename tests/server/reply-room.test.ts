import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SentChange } from '../../src/protocol/sync-message.ts'
import { type RunningHouse, runHouse } from './running-house.ts'
import { enterWith, type Phone } from './test-phone.ts'

let house: RunningHouse
let a: Phone
beforeAll(async () => {
  house = await runHouse()
  a = await enterWith(house, await house.setUp())
})
afterAll(() => house?.close())

const long = (length: number) => 'x'.repeat(length)
/** As many people with long notes. */
const noted = async (count: number) => {
  const rows = Array.from({ length: count }, () => randomUUID())
  for (const row of rows) await a.sync({ changes: [a.change('people', row, { name: 'Nadia', notes: long(190_000) })] })
  return rows
}
/** Sends changes as a phone does: what was not acknowledged again, until all is. */
const sentAll = async (changes: readonly SentChange[]) => {
  const { cursor } = (await a.sync()).body
  const refused: { n: number; code: string }[] = []
  const told = new Set<string>()
  let [waiting, most] = [[...changes], 0]
  while (waiting.length > 0) {
    const { body } = await a.sync({ cursor, changes: waiting })
    refused.push(...(body.refused ?? []))
    for (const { row } of body.rows ?? []) told.add(row)
    most = Math.max(most, JSON.stringify(body).length)
    const left = waiting.filter(({ n }) => n > body.acked)
    expect(left.length).toBeLessThan(waiting.length)
    waiting = left
  }
  return { refused, told, most }
}

test('a reply stays small enough to arrive, however many long records its refusals are of; all are told in the end', async () => {
  const rows = await noted(30)
  const wrong = rows.map((row) => a.change('people', row, { name: { add: ['x'] } }))
  const fine = a.change('people', rows[0] ?? '', { position: 'Tutrice' })
  const { refused, told, most } = await sentAll([...wrong, fine])
  expect(most).toBeLessThan(2_100_000)
  expect(refused).toEqual(wrong.map(({ n }) => ({ n, code: 'invalid' })))
  expect([...told].sort()).toEqual([...rows].sort())
  // The same, when none of the replies was heard.
  const again = await sentAll([...wrong, fine])
  expect(again.most).toBeLessThan(2_100_000)
  expect(again.refused).toEqual(refused)
  const entries = (await a.ask<{ entries: unknown[] }>('history', { table: 'people', row: rows[0], field: 'position' }))
    .body.entries
  expect(entries).toHaveLength(1)
})

test('the same for records that have no room for what was added', async () => {
  const rows = await noted(20)
  for (const row of rows) await a.sync({ changes: [a.change('people', row, { more: long(190_000) })] })
  const growing = rows.map((row) => a.change('people', row, { most: long(150_000) }))
  const { refused, most } = await sentAll(growing)
  expect(most).toBeLessThan(2_100_000)
  expect(refused).toEqual(growing.map(({ n }) => ({ n, code: 'too-large' })))
})

test('many refusals of one record tell it once, in one reply', async () => {
  const [row] = await noted(1)
  const wrong = Array.from({ length: 500 }, () => a.change('people', row ?? '', { name: { add: ['x'] } }))
  const { body } = await a.sync({ changes: wrong })
  expect([body.refused?.length, body.acked]).toEqual([500, wrong.at(-1)?.n])
  expect(body.rows?.filter((one) => one.row === row)).toHaveLength(1)
})
