import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { builtDir } from '../e2e/app-server.ts'
import { buildInto } from '../e2e/build-once.ts'
import { add } from '../e2e/hands.ts'
import { installedOffline, type Phone, takePhone } from '../e2e/phone.ts'
import { brokenPromises, storedIn } from '../e2e/stored.ts'
import { foundSpace, type House, startHouse } from '../e2e/team.ts'
import { type Colleague, colleagueOf } from './board.ts'
import { emptied } from './emptied.ts'
import { answering, made, portal } from './faults.ts'
import { type Fault, type FaultProxy, startFaultProxy } from './proxy.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'maillage-versions-'))
  buildInto(join(folder, 'second'), 'second')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let appDir: string
let house: House
let proxy: FaultProxy
let phone: Phone
beforeEach(async () => {
  appDir = mkdtempSync(join(folder, 'app-'))
  publish('first')
  house = await startHouse({ appDir })
  proxy = await startFaultProxy(house.url)
})
afterEach(async () => {
  await phone?.discard()
  proxy.end()
  await house.discard()
})

const appOf = { first: () => join(builtDir(), 'app'), second: () => join(folder, 'second/app') }
type Version = keyof typeof appOf
const publish = (version: Version) => cpSync(appOf[version](), appDir, { recursive: true })
/** The script that one version begins with, and the one a page began with. */
const entryOf = (version: Version) =>
  /src="(\/assets\/first-[^"]+)"/.exec(readFileSync(join(appOf[version](), 'index.html'), 'utf8'))?.[1]
const entryIn = (page: Page) => page.locator('script[src*="/first-"]').getAttribute('src')
const isVersion = (page: Page, version: Version) =>
  expect.poll(() => entryIn(page).catch(() => ''), { timeout: 60_000 }).toBe(entryOf(version))
const enter = async (init?: string): Promise<Colleague> => {
  phone = await foundSpace(house, 'Inès Moreau', await takePhone(proxy.url, init ? { init } : {}), proxy.url)
  return colleagueOf(phone, house.url)
}
const lookForUpdate = ({ page }: Phone) =>
  page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()))

test('two tabs on two versions note side by side, and all of it is sent once', async (context) => {
  // Without a worker, each tab has the version the server had when it was opened.
  const colleague = await enter(`Object.defineProperty(navigator, 'serviceWorker', { value: undefined })`)
  publish('second')
  const other: Phone = { ...phone, page: await phone.context.newPage() }
  await other.page.goto(proxy.url)
  await isVersion(other.page, 'second')
  expect(await entryIn(phone.page)).toBe(entryOf('first'))
  const names = ['Ancienne 1', 'Nouvelle 1', 'Ancienne 2', 'Nouvelle 2']
  for (const [at, name] of names.entries()) {
    const tab = at % 2 === 0 ? phone : other
    await tab.page.bringToFront()
    await add(tab, name)
  }
  await phone.page.close()
  phone = other
  await emptied(context, phone)
  expect(brokenPromises(await storedIn(phone.page))).toEqual([])
  await colleague.hasOnce(names)
})

test('a version that is taken back: the phone goes back to it with all it holds, and what waits is sent', async (context) => {
  const colleague = await enter()
  await installedOffline(phone)
  const take = async (version: Version) => {
    publish(version)
    await lookForUpdate(phone)
    await phone.page.getByRole('button', { name: 'Mettre à jour' }).click()
    await isVersion(phone.page, version)
  }
  await add(phone, 'Sur la première')
  await take('second')
  proxy.fault(answering(made(503, 'text/html', '')), { on: /\/sync$/ })
  await add(phone, 'Sur la seconde')
  await take('first')
  await add(phone, 'De nouveau sur la première')
  proxy.heal()
  await emptied(context, phone)
  expect(brokenPromises(await storedIn(phone.page))).toEqual([])
  await colleague.hasOnce(['Sur la première', 'Sur la seconde', 'De nouveau sur la première'])
})

test.for([
  ['the worker', /\/sw\.js$/],
  ['a part', /\/assets\/(qr|entry)-/],
] as const)(
  'a first installation that met a portal’s page in place of %s is begun anew without a reload',
  async ([, on]) => {
    let met = () => {}
    const isMet = new Promise<void>((done) => {
      met = done
    })
    const meeting: Fault = (exchange) => {
      met()
      return portal(exchange)
    }
    proxy.fault(meeting, { on })
    phone = await takePhone(proxy.url)
    const { page } = phone
    await page.getByRole('button', { name: 'Ajouter' }).waitFor()
    await isMet
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length))
      .toBe(0)
    await page.evaluate('globalThis.isSamePage = true')
    proxy.heal()
    await expect
      .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state), { timeout: 120_000 })
      .toBe('activated')
    expect(await page.evaluate('globalThis.isSamePage')).toBe(true)
    await house.kill()
    await page.reload()
    await page.getByRole('button', { name: 'Ajouter' }).waitFor()
  },
)

test.for([
  ['a newer version', 'second'],
  ['the same version', 'first'],
] as const)(
  'the worker’s store thrown away while the server has %s: the page comes from the network',
  async ([, version]) => {
    phone = await takePhone(proxy.url)
    await installedOffline(phone)
    await add(phone, 'Toujours là')
    publish(version)
    const cdp = await phone.context.newCDPSession(phone.page)
    await cdp.send('Storage.clearDataForOrigin', { origin: proxy.url, storageTypes: 'cache_storage' })
    expect(await phone.page.evaluate(async () => (await caches.keys()).length)).toBe(0)
    await phone.page.goto(`${proxy.url}/contacts/people`)
    await phone.page.getByRole('link', { name: 'Toujours là' }).waitFor()
    expect(await entryIn(phone.page)).toBe(entryOf(version))
  },
)
