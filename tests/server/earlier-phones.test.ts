import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { houseOfTwo, type Phone } from './test-phone.ts'

const { house, a, b } = await houseOfTwo()
afterAll(() => house.close())

/** What builds before replies left things out cannot do without. It stays as it is, whatever later ones need. */
const earlierReply = z.object({
  p: z.literal(1),
  rid: z.string(),
  epoch: z.string(),
  now: z.number(),
  acked: z.int(),
  cursor: z.int(),
  rows: z.optional(z.array(z.object({ table: z.string(), row: z.string(), seq: z.int(), by: z.string() }))),
})

test('a phone on an earlier build, which waits for its update, goes on sending and hearing', async () => {
  const asEarlier = (phone: Phone) => async (known: object, changes: object[]) => {
    const { status, body } = await phone.ask('sync', { rid: randomUUID().slice(0, 8), limit: 500, ...known, changes })
    expect(status).toBe(200)
    return earlierReply.parse(body)
  }
  const row = randomUUID()
  const first = await asEarlier(b)({ cursor: 0 }, [])
  const known = { epoch: first.epoch, cursor: first.cursor }
  const sent = await asEarlier(a)(known, [a.change('people', row, { name: 'Nadia Fontaine' })])
  expect(sent).toMatchObject({ epoch: first.epoch, acked: 1 })
  const heard = await asEarlier(b)(known, [])
  expect(heard.rows?.map((one) => one.row)).toContain(row)
  expect(await asEarlier(b)({ ...known, cursor: heard.cursor }, [])).toMatchObject({ epoch: first.epoch, acked: 0 })
})
