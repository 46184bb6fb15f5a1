import { afterAll, beforeAll, expect, test } from 'vitest'
import { add, edit, open } from '../e2e/hands.ts'
import { installedOffline, type Phone, takePhone } from '../e2e/phone.ts'
import { brokenPromises, storedIn } from '../e2e/stored.ts'
import { foundSpace, type House, inviteFrom, joinSpace, startHouse } from '../e2e/team.ts'
import { type Colleague, colleagueOf } from './board.ts'
import { emptied, waitingOn } from './emptied.ts'

const day = 86_400_000
/** A phone whose clock may be set to another time while the app is open. `skew`: of the first page, in ms. */
const settable = `
  const Right = Date
  globalThis.skew = Number(localStorage.getItem('skew') ?? 0)
  globalThis.Date = class extends Right {
    constructor(...given) {
      given.length > 0 ? super(...given) : super(Right.now() + skew)
    }
    static now() {
      return Right.now() + skew
    }
  }`
const setClock = ({ page }: Phone, ms: number) =>
  page.evaluate((ms) => {
    localStorage.setItem('skew', String(ms))
    ;(globalThis as unknown as { skew: number }).skew = ms
  }, ms)

let house: House
let a: Phone
let b: Phone
let colleague: Colleague
beforeAll(async () => {
  house = await startHouse()
  a = await foundSpace(house, 'Inès Moreau', await takePhone(house.url, { init: settable }))
  b = await joinSpace(house, await inviteFrom(a, 'Hugo Lambert'))
  colleague = await colleagueOf(a, house.url)
})
afterAll(async () => {
  await Promise.all([a, b].map((phone) => phone?.discard()))
  await house.discard()
})

const to = (year: number) => Date.UTC(year, 5, 1) - Date.now()
const jumps: [name: string, ms: number][] = [
  ['an hour ahead', 3_600_000],
  ['an hour back', -3_600_000],
  ['a day ahead', day],
  ['a day back', -day],
  ['to 2038', to(2038)],
  ['to 1971', to(1971)],
  ['to 2050', to(2050)],
  ['back to now', 0],
]

test.for(jumps)('a clock set %s while the app is open', async ([name, ms], context) => {
  const began = Date.now()
  await setClock(a, ms)
  await add(a, `Notée ${name}`)
  await emptied(context, a)
  await add(a, `Puis ${name}`)
  await expect.poll(() => waitingOn(a), { timeout: 60_000 }).toBe(0)
  await colleague.hasOnce([`Notée ${name}`, `Puis ${name}`])
  // What was noted once the server was heard again stands at its true time, wherever the clock stands.
  const onB = async () => (await storedIn(b.page)).people?.find((one) => one.name === `Puis ${name}`)?.createdAt
  await expect.poll(onB, { timeout: 60_000 }).toBeDefined()
  const at = Date.parse(String(await onB()))
  expect([at > began - 2_000, at < Date.now() + 2_000]).toEqual([true, true])
  expect(brokenPromises(await storedIn(a.page))).toEqual([])
})

test('a clock that jumps between two edits of one field loses neither the later one nor the other', async () => {
  await setClock(a, 0)
  await add(a, 'Amel Bensaïd', { 'Téléphone ou e-mail': '06 39 98 12 34' })
  await open(a, 'Amel Bensaïd')
  await edit(a, 'Mobile', '06 39 98 00 01')
  await setClock(a, to(2050))
  await edit(a, 'Mobile', '06 39 98 00 02')
  await setClock(a, to(1971))
  await edit(a, 'Mobile', '06 39 98 00 03')
  const mobile = async (phone: Phone) =>
    (await storedIn(phone.page)).people?.find(({ name }) => name === 'Amel Bensaïd')?.mobile
  await expect.poll(() => mobile(b), { timeout: 60_000 }).toBe('+262639980003')
  await open(b, 'Amel Bensaïd')
  await edit(b, 'Mobile', '06 39 98 00 04')
  await expect.poll(() => mobile(a), { timeout: 60_000 }).toBe('+262639980004')
})

test('a phone without a network for 400 days opens, keeps what is noted and says what it waits for', async () => {
  await setClock(a, 0)
  await installedOffline(a)
  await house.kill()
  await setClock(a, 400 * day)
  await a.page.reload()
  await add(a, 'Un an plus tard')
  expect((await storedIn(a.page)).people?.some(({ name }) => name === 'Un an plus tard')).toBe(true)
  expect(await waitingOn(a)).toBeGreaterThan(0)
  await house.start()
  await expect.poll(() => waitingOn(a), { timeout: 60_000 }).toBe(0)
  await colleague.hasOnce(['Un an plus tard'])
})
