import { afterAll, beforeAll, expect, test } from 'vitest'
import { changing } from '../faults/faults.ts'
import { type FaultProxy, startFaultProxy } from '../faults/proxy.ts'
import { enterWith } from '../server/test-phone.ts'
import { type Phone, takePhone } from './phone.ts'
import { storedIn } from './stored.ts'
import { allSent, type House, startHouse, stateLine } from './team.ts'

const count = 6_000
const at = 2_000

let house: House
let proxy: FaultProxy
let phone: Phone
let token: string
beforeAll(async () => {
  house = await startHouse()
  proxy = await startFaultProxy(house.url)
  // A colleague who has noted much.
  const [, secret = ''] = (await house.setUpPath()).split('#')
  const colleague = await enterWith(house, secret)
  for (let from = 0; from < count; from += at) {
    const changes = Array.from({ length: at }, (_, n) =>
      colleague.change('people', `p-${from + n}`, { name: `Personne ${from + n}` }),
    )
    expect((await colleague.sync({ changes })).status).toBe(200)
  }
  token = await colleague.inviteToken()
})
afterAll(async () => {
  await phone?.discard()
  proxy.end()
  await house.discard()
})

/** Lets so many replies through, and the others when the way is opened. */
const holdAfter = (pages: number): (() => void) => {
  let left = pages
  let letGo = () => {}
  const opened = new Promise<void>((done) => {
    letGo = done
  })
  const hold = changing(async (answer) => {
    if (answer.status === 200 && --left < 0) await opened
    return answer
  })
  proxy.fault(hold, { on: /\/sync$/ })
  return () => {
    proxy.heal()
    letGo()
  }
}
const line = (text: RegExp) => stateLine(phone).getByText(text).waitFor()
const people = async () => (await storedIn(phone.page)).people ?? []

test('a first download killed half-way goes on where it was, tells how much is left, and ends whole', async () => {
  holdAfter(2)
  phone = await takePhone(proxy.url, { path: `/entrer#${token}` })
  await phone.page.getByLabel('Votre nom').fill('Hugo Lambert')
  await phone.page.getByRole('button', { name: 'Utiliser cet appareil' }).tap()
  await phone.page.getByText('Votre espace est', { exact: false }).waitFor()
  await line(/^Réception\s: 3\s5\d\d\sfiches restantes/)
  expect((await people()).length).toBeGreaterThan(count / 5)
  await phone.kill()

  const letGo = holdAfter(1)
  phone = await phone.relaunch('/')
  await line(/^Réception\s: 3\s0\d\d\sfiches restantes/)
  letGo()
  await allSent(phone)
  const all = await people()
  expect([all.length, new Set(all.map(({ name }) => name)).size]).toEqual([count, count])
})
