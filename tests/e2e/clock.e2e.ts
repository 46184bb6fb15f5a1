import { afterAll, beforeAll, expect, test } from 'vitest'
import { add, edit, home, names, online, open } from './hands.ts'
import { installedOffline, type Phone, takePhone } from './phone.ts'
import { storedIn } from './stored.ts'
import { allSent, foundSpace, type House, inviteFrom, joinSpace, startHouse } from './team.ts'

const day = 86_400_000
/** A phone whose clock is off by so much, in ms; it runs on as clocks do. */
const shifted = (ms: number) => `
  const Right = Date
  globalThis.Date = class extends Right {
    constructor(...given) {
      given.length > 0 ? super(...given) : super(Right.now() + ${ms})
    }
    static now() {
      return Right.now() + ${ms}
    }
  }`

let house: House
let a: Phone
let ahead: Phone
let behind: Phone
const join = async (name: string, off: number) =>
  joinSpace(house, await inviteFrom(a, name), await takePhone(house.url, { init: shifted(off) }))
beforeAll(async () => {
  house = await startHouse()
  a = await foundSpace(house, 'Inès Moreau')
  ahead = await join('Hugo Lambert', day)
  behind = await join('Karim Colin', -day)
})
afterAll(async () => {
  await Promise.all([a, ahead, behind].map((phone) => phone?.discard()))
  await house.discard()
})

test('what a phone notes whose clock is a day off reaches a colleague once, at the time it was noted', async () => {
  const began = Date.now()
  await add(ahead, 'Amel Bensaïd')
  await add(behind, 'Bruno Girard')
  await add(a, 'Chloé Perrin', { 'Téléphone ou e-mail': '06 39 98 12 34' })
  const three = ['Amel Bensaïd', 'Bruno Girard', 'Chloé Perrin']
  for (const phone of [a, ahead, behind]) await expect.poll(() => names(phone), { timeout: 30_000 }).toEqual(three)
  for (const { createdAt, name } of (await storedIn(a.page)).people ?? []) {
    const at = Date.parse(String(createdAt))
    // A phone knows its own clock to a second.
    expect([name, at > began - 2_000, at < Date.now() + 2_000]).toEqual([name, true, true])
  }
  for (const phone of [a, ahead, behind]) {
    await home(phone)
    await allSent(phone)
  }
  await a.page.getByRole('heading', { name: /^Nouveau depuis hier/ }).waitFor()
})

test('of two who edit one field apart the later wins, whatever the clock of the other says', async () => {
  for (const phone of [a, ahead]) {
    await open(phone, 'Chloé Perrin')
    await installedOffline(phone)
  }
  await house.kill()
  await edit(ahead, 'Mobile', '06 39 98 00 01')
  await edit(a, 'Mobile', '06 39 98 00 02')
  await house.start()
  for (const phone of [ahead, a]) {
    await online(phone)
    await home(phone)
    await allSent(phone)
  }
  for (const phone of [a, ahead]) {
    await open(phone, 'Chloé Perrin')
    await phone.page.getByText('Deux versions', { exact: true }).waitFor()
    const { people = [] } = await storedIn(phone.page)
    expect(people.find(({ name }) => name === 'Chloé Perrin')).toMatchObject({
      mobile: '+262639980002',
      versions: { mobile: { value: '+262639980001' } },
    })
  }
})
