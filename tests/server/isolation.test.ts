import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deviceHeader } from '../../src/protocol/sync-message.ts'
import { type RunningHouse, runHouse } from './running-house.ts'
import { enterWith, type Phone, post } from './test-phone.ts'

let house: RunningHouse
let mine: Phone
let theirs: Phone
const row = randomUUID()
beforeAll(async () => {
  house = await runHouse()
  mine = await enterWith(house, await house.setUp(), 'Claire Martin')
  theirs = await enterWith(house, await house.setUp(), 'Paul Autre')
  await mine.sync({ changes: [mine.change('people', row, { name: 'Canari Secret' })] })
})
afterAll(() => house?.close())

const sync = { rid: 'r', cursor: 0, limit: 100, changes: [], whole: true }
const routes: [string, object][] = [
  ['sync', sync],
  [
    'sync',
    { ...sync, changes: [{ n: 1, id: 'x', schema: 2, table: 'people', row, base: 9, at: 1, offset: 0, fields: {} }] },
  ],
  ['invite', { id: randomUUID(), kind: 'invite' }],
  ['invite', { id: randomUUID(), kind: 'device' }],
  ['invitations', {}],
  ['held', {}],
  ['history', { table: 'people', row, field: 'name' }],
]
/** Who may not, and what they bring. */
const strangers: [string, (phone: { mine: Phone; theirs: Phone }) => Record<string, string>][] = [
  ['a member of another space', ({ theirs }) => theirs.headers],
  [
    'one who names a device of this space with their own cookie',
    ({ mine, theirs }) => ({
      cookie: `maillage-${mine.device}=${theirs.cookie.split('=')[1]}`,
      [deviceHeader]: mine.device,
    }),
  ],
  ['one who names no device', ({ mine }) => ({ cookie: mine.cookie })],
  ['one without a cookie', ({ mine }) => ({ [deviceHeader]: mine.device })],
]

test.each(strangers.flatMap(([who, headers]) => routes.map(([route, body]) => [who, route, body, headers] as const)))(
  '%s finds no such campus: %s %j',
  async (_, route, body, headers) => {
    const at = (campus: string) =>
      post(`${house.url}/api/c/${campus}/${route}`, { p: 1, ...body }, headers({ mine, theirs }))
    const here = await at(mine.campus)
    expect([here.status, here.body]).toEqual([404, { p: 1, error: 'not-found' }])
    const nowhere = await at('nowhere')
    expect([nowhere.status, nowhere.body]).toEqual([here.status, here.body])
  },
)

test('the event stream too', async () => {
  const open = (campus: string, phone: Phone) =>
    fetch(`${house.url}/api/c/${campus}/events?device=${phone.device}`, { headers: { cookie: phone.cookie } })
  expect((await open(mine.campus, theirs)).status).toBe(404)
  expect((await open('nowhere', theirs)).status).toBe(404)
})

test('a member cannot speak for a colleague’s device', async () => {
  const colleague = await enterWith(house, await mine.inviteToken(), 'Ali Haddad')
  const cookie = `maillage-${mine.device}=${colleague.cookie.split('=')[1]}`
  const asked = await post(
    `${house.url}/api/c/${mine.campus}/sync`,
    { p: 1, ...sync },
    { cookie, [deviceHeader]: mine.device },
  )
  expect([asked.status, asked.body]).toEqual([404, { p: 1, error: 'not-found' }])
})

test('nothing of a space is ever told in another, and a row of the same name is another row', async () => {
  const { body } = await theirs.sync({ changes: [theirs.change('people', row, { name: 'Autre' })], whole: true })
  expect(JSON.stringify(body)).not.toContain('Canari')
  expect(body.rows?.find((news) => news.row === row)?.fields).toEqual({ name: 'Autre' })
  const again = await mine.sync({ whole: true })
  expect(again.body.rows?.find((news) => news.row === row)?.fields).toEqual({ name: 'Canari Secret' })
})

test('the log has a line for each request, and nothing of what was written, of names or of tokens', async () => {
  const token = await mine.inviteToken({ name: 'Invitée Canari' })
  await post(`${house.url}/api/enter/look`, { p: 1, secret: token })
  await enterWith(house, token, 'Invitée Canari')
  await fetch(`${house.url}/contacts?q=Canari`)
  await mine.sync({ changes: [mine.change('people', row, { name: 'Canari'.repeat(5_000) })] })
  const { read } = house.ledger
  house.ledger.read = async () => {
    throw new TypeError('no such thing as Canari')
  }
  const failed = await mine.sync()
  house.ledger.read = read
  expect([failed.status, failed.body]).toEqual([500, { p: 1, error: 'internal' }])
  const log = house.lines.join('\n')
  expect(log).toMatch(/^POST \/api\/c\/\w+\/sync 200 \d+ms$/m)
  expect(log).toMatch(/^error TypeError.*\n\s+at /m)
  for (const secret of ['Canari', 'Martin', token, row, mine.device, mine.cookie.split('=')[1] ?? ''])
    expect(log).not.toContain(secret)
})
