import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fillTheDevice } from '../e2e/full-device.ts'
import { add } from '../e2e/hands.ts'
import { installedOffline, type Phone, takePhone } from '../e2e/phone.ts'
import { brokenPromises, storedIn } from '../e2e/stored.ts'
import { foundSpace, type House, inviteFrom, joinSpace, startHouse } from '../e2e/team.ts'
import { type Colleague, colleagueOf } from './board.ts'
import { emptied, waitingOn } from './emptied.ts'
import { lostReply, silence } from './faults.ts'
import { type FaultProxy, startFaultProxy } from './proxy.ts'

let house: House
let proxy: FaultProxy
let phone: Phone
let colleague: Colleague
beforeEach(async () => {
  house = await startHouse()
  proxy = await startFaultProxy(house.url)
  phone = await foundSpace(house, 'Inès Moreau', await takePhone(proxy.url), proxy.url)
  colleague = await colleagueOf(phone, house.url)
})
afterEach(async () => {
  await phone?.discard()
  proxy.end()
  await house.discard()
})

const asksToSync = () => phone.page.waitForRequest((request) => request.url().endsWith('/sync'))
const devtools = () => phone.context.newCDPSession(phone.page)
/** Notes two contacts, the second while the request with the first is on its way. */
const noteInVain = async (names: readonly [string, string]) => {
  const asked = asksToSync()
  await add(phone, names[0])
  await asked
  await add(phone, names[1])
}

test.for([
  ['before it reached the server', silence],
  ['after the server did it', lostReply],
] as const)('a tab frozen while a request is on its way, %s', async ([, fault], context) => {
  const names = ['Avant le gel', 'Pendant la requête'] as const
  proxy.fault(fault, { on: /\/sync$/ })
  await noteInVain(names)
  const cdp = await devtools()
  await cdp.send('Page.setWebLifecycleState', { state: 'frozen' })
  proxy.heal()
  await cdp.send('Page.setWebLifecycleState', { state: 'active' })
  await emptied(context, phone)
  await colleague.hasOnce(names)
})

test('a tab that crashes while a request is on its way', async (context) => {
  const names = ['Avant la panne', 'Pendant la requête'] as const
  await installedOffline(phone)
  proxy.fault(lostReply, { on: /\/sync$/ })
  await noteInVain(names)
  const crashed = phone.page.waitForEvent('crash')
  const cdp = await devtools()
  cdp.send('Page.crash').catch(() => {})
  await crashed
  const page = await phone.context.newPage()
  await phone.page.close()
  phone = { ...phone, page }
  await page.goto(proxy.url)
  await page.getByRole('button', { name: 'Ajouter' }).first().waitFor()
  expect(await waitingOn(phone)).toBe(2)
  proxy.heal()
  await emptied(context, phone)
  expect(brokenPromises(await storedIn(phone.page))).toEqual([])
  await colleague.hasOnce(names)
})

test('a browser killed while a request is on its way', async (context) => {
  const names = ['Avant la mort', 'Pendant la requête'] as const
  await installedOffline(phone)
  proxy.fault(lostReply, { on: /\/sync$/ })
  await noteInVain(names)
  await phone.kill()
  phone = await phone.relaunch()
  expect(await waitingOn(phone)).toBe(2)
  proxy.heal()
  await emptied(context, phone)
  await colleague.hasOnce(names)
})

test('storage cleared under an open app takes nothing from the server', async () => {
  await add(phone, 'Au serveur')
  await expect.poll(() => waitingOn(phone)).toBe(0)
  const before = await colleague.rows()
  const cdp = await devtools()
  await cdp.send('Storage.clearDataForOrigin', { origin: proxy.url, storageTypes: 'indexeddb' })
  await phone.page.getByText('Les données de ce téléphone ont été effacées', { exact: false }).first().waitFor()
  const asked: string[] = []
  phone.page.on('request', (request) => request.url().endsWith('/sync') && asked.push(request.postData() ?? ''))
  await phone.page.reload()
  await phone.page.getByText('Les données de ce téléphone ont été effacées', { exact: false }).waitFor()
  await phone.page.getByRole('button', { name: 'Repartir d’un carnet vide' }).tap()
  await add(phone, 'Dans le carnet vide')
  expect(asked).toEqual([])
  expect(await colleague.rows()).toEqual(before)
})

test('no room for what colleagues noted: the phone keeps what it had, and has all once there is room', async (context) => {
  const other = await takePhone(proxy.url, { path: '/reparer.html' })
  try {
    const cdp = await other.context.newCDPSession(other.page)
    await cdp.send('Storage.overrideQuotaForOrigin', { origin: proxy.url, quotaSize: 10 * 2 ** 20 })
    await joinSpace(house, await inviteFrom(phone, 'Hugo Lambert'), other, proxy.url)
    await add(other, 'Déjà là')
    await expect.poll(() => waitingOn(other)).toBe(0)
    expect(await fillTheDevice(other)).toBeLessThan(200)
    let asked = 0
    other.page.on('request', (request) => {
      if (request.url().endsWith('/sync')) asked += 1
    })
    // What cannot be packed.
    const many = Array.from({ length: 2_000 }, () => randomBytes(150).toString('base64'))
    for (let at = 0; at < many.length; at += 500) await colleague.notes(many.slice(at, at + 500))
    const people = async () => (await storedIn(other.page)).people?.length
    await expect.poll(() => asked, { timeout: 60_000 }).toBeGreaterThan(2)
    expect(await people()).toBeLessThan(many.length)
    await other.page.evaluate(() => indexedDB.deleteDatabase('ballast'))
    await expect.poll(people, { timeout: 60_000 }).toBe(many.length + 1)
    await emptied(context, other)
  } finally {
    await other.discard()
  }
})
