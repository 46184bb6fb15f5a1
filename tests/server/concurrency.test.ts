import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningHouse, runHouse } from './running-house.ts'
import { enterWith, type Phone } from './test-phone.ts'

let house: RunningHouse
let a: Phone
beforeAll(async () => {
  house = await runHouse()
  a = await enterWith(house, await house.setUp())
})
afterAll(() => house?.close())

const historyOf = async (row: string) => {
  const { body } = await a.ask<{ entries: object[] }>('history', { table: 'people', row, field: 'name' })
  return body.entries
}

test('50 identical pushes at once, 100 times: one effect each', async () => {
  for (let round = 0; round < 100; round += 1) {
    const row = randomUUID()
    const body = { rid: 'same', changes: [a.change('people', row, { name: `Nadia ${round}` })] }
    const answers = await Promise.all(Array.from({ length: 50 }, () => a.sync(body)))
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.acked} ${body.refused}`)).size).toBe(1)
    expect(await historyOf(row)).toHaveLength(1)
  }
  const campus = await house.ledger.read(a.campus, (at) => at.campus())
  // One number for the director's own row, one for each round.
  expect(campus?.seq).toBe(101)
}, 120_000)

test('a reader beside 16 who write misses none of 4,000 rows', async () => {
  const writers = await Promise.all(
    Array.from({ length: 16 }, async (_, at) => enterWith(house, await a.inviteToken(), `Membre ${at}`)),
  )
  const written = new Set<string>()
  const heard = new Set<string>()
  const reader = await enterWith(house, await a.inviteToken(), 'Lectrice')
  const position = { cursor: 0, since: 0 }
  const read = async (limit: number) => {
    const { body } = await reader.sync({ ...position, limit })
    for (const { row, fields } of body.rows ?? []) if (fields.name) heard.add(row)
    position.cursor = body.cursor
    if (body.left === undefined) position.since = body.cursor
    return body.left ?? 0
  }
  let isWriting = true
  const reading = (async () => {
    while (isWriting) await read(37)
    while ((await read(500)) > 0);
  })()
  await Promise.all(
    writers.map(async (writer) => {
      for (let push = 0; push < 50; push += 1) {
        const changes = Array.from({ length: 5 }, () => writer.change('people', randomUUID(), { name: 'x' }))
        for (const { row } of changes) written.add(row)
        // Some rows move on while they are being read.
        const again = changes[0]?.row
        if (again && push % 3 === 0) changes.push(writer.change('people', again, { position: 'y' }))
        await writer.sync({ changes, limit: 1 })
      }
    }),
  )
  isWriting = false
  await reading
  expect(written.size).toBe(4_000)
  expect([...written].filter((row) => !heard.has(row))).toEqual([])
}, 120_000)

test('16 devices that edit one field at once: every value is in its history, one stands', async () => {
  const row = randomUUID()
  await a.sync({ changes: [a.change('people', row, { name: 'first' })] })
  const editors = await Promise.all(
    Array.from({ length: 16 }, async (_, at) => enterWith(house, await a.inviteToken(), `Autre ${at}`)),
  )
  await Promise.all(
    editors.map((one, at) => one.sync({ changes: [one.change('people', row, { name: `value ${at}` })], limit: 1 })),
  )
  expect(await historyOf(row)).toHaveLength(17)
  const views = await Promise.all(
    editors.map(async (one) => {
      const { body } = await one.sync({ whole: true, limit: 5_000 })
      return body.rows?.find((news) => news.row === row)
    }),
  )
  expect(new Set(views.map((view) => JSON.stringify(view))).size).toBe(1)
  expect(views[0]?.versions?.name).toBeDefined()
}, 60_000)
