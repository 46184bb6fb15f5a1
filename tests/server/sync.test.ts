import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { syncReply } from '../../src/protocol/sync-message.ts'
import { type RunningHouse, runHouse } from './running-house.ts'
import { enterWith, type Phone } from './test-phone.ts'

let house: RunningHouse
let a: Phone
let b: Phone
beforeAll(async () => {
  house = await runHouse()
  a = await enterWith(house, await house.setUp())
  b = await enterWith(house, await a.inviteToken(), 'Ali Haddad')
})
afterAll(() => house?.close())

test('what one phone notes is on the other in one round trip, under its author', async () => {
  const row = randomUUID()
  const sent = await a.sync({ changes: [a.change('people', row, { name: 'Nadia Fontaine', phone: '+33639981234' })] })
  expect(sent.status).toBe(200)
  expect(syncReply.parse(sent.body)).toMatchObject({ acked: 1 })
  const got = await b.sync()
  const rows = syncReply.parse(got.body).rows ?? []
  expect(rows.find((one) => one.row === row)).toMatchObject({
    table: 'people',
    by: a.me,
    born: { by: a.me },
    fields: { name: 'Nadia Fontaine', phone: '+33639981234' },
  })
  expect(rows.filter(({ table }) => table === 'members').map(({ fields }) => fields.name)).toEqual([
    'Claire Martin',
    'Ali Haddad',
  ])
})
