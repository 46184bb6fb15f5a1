import type { CDPSession } from 'playwright'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type RunningServer, startServer } from './app-server.ts'
import { fillTheDevice } from './full-device.ts'
import { type Phone, takePhone } from './phone.ts'

let server: RunningServer
let phone: Phone
beforeEach(async () => {
  server = await startServer()
})
afterEach(async () => {
  await phone.discard()
  await server.kill()
})

const devtools = (): Promise<CDPSession> => phone.context.newCDPSession(phone.page)
const typeContact = async (name: string) => {
  await phone.page.getByRole('button', { name: 'Ajouter' }).tap()
  await phone.page.keyboard.type(name)
}
const tapSave = () => phone.page.getByRole('button', { name: 'Enregistrer', exact: true }).tap()
const saved = () => phone.page.getByText('Enregistré sur ce téléphone', { exact: true })
const nameField = () => phone.page.getByLabel('Nom', { exact: true })

test('no room left when saving: the text stays in the form, the line says it is not saved, and room made saves it', async () => {
  // The browser looks the quota up once, when the app first writes.
  phone = await takePhone(server.url, { path: '/reparer.html' })
  const cdp = await devtools()
  await cdp.send('Storage.overrideQuotaForOrigin', { origin: server.url, quotaSize: 2 ** 21 })
  await phone.page.goto(server.url)
  await phone.page.getByRole('button', { name: 'Ajouter' }).waitFor()
  expect(await fillTheDevice(phone)).toBeLessThan(200)
  await typeContact('Plus De Place')
  await phone.page.getByLabel('Note').fill('é'.repeat(60_000))
  await tapSave()
  await phone.page.getByText('il n’y a plus de place', { exact: false }).waitFor()
  expect(await saved().count()).toBe(0)
  expect(await nameField().inputValue()).toBe('Plus De Place')
  await phone.page.evaluate(() => indexedDB.deleteDatabase('ballast'))
  await tapSave()
  await saved().waitFor()
  await phone.page.getByRole('link', { name: 'Plus De Place' }).first().waitFor()
})

test('storage that is refused is said before anything is typed', async () => {
  phone = await takePhone(server.url, {
    init: `indexedDB.open = () => { throw new DOMException('The operation is insecure.', 'SecurityError') }`,
  })
  await phone.page.getByText('Ce navigateur ne garde rien', { exact: false }).waitFor()
  expect(await phone.page.getByRole('button', { name: 'Ajouter' }).count()).toBe(0)
})

test('storage cleared under the open app is said, and nothing is shown as empty', async () => {
  phone = await takePhone(server.url, { path: '/contacts/people' })
  await typeContact('Bientôt Effacée')
  await tapSave()
  await phone.page.getByRole('link', { name: 'Bientôt Effacée' }).waitFor()
  const cdp = await devtools()
  await cdp.send('Storage.clearDataForOrigin', { origin: server.url, storageTypes: 'indexeddb' })
  await phone.page.getByText('Les données de ce téléphone ont été effacées', { exact: false }).waitFor()
  expect(await phone.page.getByText('rien encore', { exact: false }).count()).toBe(0)
  await phone.page.reload()
  await phone.page.getByText('Les données de ce téléphone ont été effacées', { exact: false }).waitFor()
  await phone.page.getByRole('button', { name: 'Repartir d’un carnet vide' }).tap()
  await phone.page.getByRole('button', { name: 'Ajouter' }).waitFor()
  await phone.page.reload()
  await phone.page.getByRole('button', { name: 'Ajouter' }).waitFor()
})

test('storage cleared while one types: what was typed is still in the form', async () => {
  phone = await takePhone(server.url)
  await typeContact('Encore Là')
  const cdp = await devtools()
  await cdp.send('Storage.clearDataForOrigin', { origin: server.url, storageTypes: 'indexeddb' })
  await phone.page.getByText('Les données de ce téléphone ont été effacées', { exact: false }).first().waitFor()
  expect(await nameField().inputValue()).toBe('Encore Là')
})

test('a newer version in a second tab: the old one stops writing and keeps its text', async () => {
  phone = await takePhone(server.url)
  await typeContact('Ancienne Version')
  const other = await phone.context.newPage()
  await other.goto(server.url)
  await other.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '')
    const name = names.find((one) => /^maillage-/.test(one)) ?? ''
    const open = indexedDB.open(name)
    const db = await new Promise<IDBDatabase>((done) => {
      open.onsuccess = () => done(open.result)
    })
    const store = db.transaction('meta', 'readwrite').objectStore('meta')
    const mark = store.get('mark')
    await new Promise<void>((done) => {
      mark.onsuccess = () => {
        store.put({ ...mark.result, minWriter: 999 }).onsuccess = () => done()
      }
    })
  })
  await phone.page.bringToFront()
  await tapSave()
  await phone.page.getByText('Une version plus récente de Maillage', { exact: false }).waitFor()
  expect(await nameField().inputValue()).toBe('Ancienne Version')
  expect(await saved().count()).toBe(0)
})

test('two tabs: what one notes shows in the other, and each has its own draft', async () => {
  phone = await takePhone(server.url, { path: '/contacts/people' })
  const other = await phone.context.newPage()
  await other.goto(`${server.url}/contacts/people`)
  await other.getByRole('button', { name: 'Ajouter' }).click()
  await other.keyboard.type('Dans L’autre')
  await phone.page.bringToFront()
  await typeContact('Dans Celui-ci')
  await tapSave()
  await phone.page.getByRole('link', { name: 'Dans Celui-ci' }).waitFor()
  expect(await other.getByLabel('Nom', { exact: true }).inputValue()).toBe('Dans L’autre')
  await other.bringToFront()
  await other.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await other.getByRole('link', { name: 'Dans Celui-ci' }).waitFor()
  await phone.page.bringToFront()
  await phone.page.getByRole('link', { name: 'Dans L’autre' }).waitFor()
})

test('a page left open that asks for a part gone from the server is loaded anew, once', async () => {
  phone = await takePhone(server.url, {
    init: 'Object.defineProperty(navigator, "serviceWorker", { value: undefined })',
  })
  const { page } = phone
  let asked = 0
  await page.route(/assets\/office-/, async (route) => {
    asked += 1
    await (asked === 1 ? route.fulfill({ status: 404 }) : route.continue())
  })
  let loaded = 0
  page.on('load', () => {
    loaded += 1
  })
  await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => /soon-/.test(name)))
  await page.waitForTimeout(500)
  await page.getByRole('link', { name: 'Pilotage' }).tap()
  await page.getByRole('heading', { name: 'Pilotage', level: 1 }).waitFor()
  expect([asked, loaded]).toEqual([2, 1])
})

test('a link opened while the network goes: what did not come is answered as no network, and the next tap asks for it again', async () => {
  phone = await takePhone(server.url, {
    init: `Object.defineProperty(navigator, 'serviceWorker', { value: undefined })`,
    path: '/agenda',
  })
  await phone.page.route(/\/online-[^/]+\.js$/, (asked) => asked.abort())
  await phone.page.goto(`${server.url}/entrer#${'x'.repeat(43)}`)
  await phone.page.getByText('Pas de réseau', { exact: false }).waitFor()
  expect(await phone.page.getByText('Réparer', { exact: false }).count()).toBe(0)
  await phone.page.unroute(/\/online-[^/]+\.js$/)
  await phone.page.getByRole('button', { name: 'Réessayer' }).tap()
  await phone.page.getByRole('textbox', { name: /code/i }).waitFor()
})
