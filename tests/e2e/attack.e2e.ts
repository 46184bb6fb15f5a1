import { afterEach, beforeEach, expect, test } from 'vitest'
import { type RunningServer, startServer } from './app-server.ts'
import { type Phone, sheetLeft, takePhone } from './phone.ts'
import { brokenPromises, storedIn } from './stored.ts'

let server: RunningServer
let phone: Phone
beforeEach(async () => {
  server = await startServer()
})
afterEach(async () => {
  await phone.discard()
  await server.kill()
})

const add = () => phone.page.getByRole('button', { name: 'Ajouter' }).tap()
const saved = () => phone.page.getByText('Enregistré sur ce téléphone', { exact: true }).waitFor()
const names = async () => (await storedIn(phone.page)).people?.map(({ name }) => name)
/** Touches a button of the open sheet at once, without waiting for it to rest as a test would. */
const tapAtOnce = (word: string, times = 1) =>
  phone.page.evaluate(
    ([word, times]) => {
      const buttons = [...document.querySelectorAll<HTMLButtonElement>('dialog[open] button')]
      const button = buttons.find(({ textContent }) => textContent === word)
      for (let tap = 0; tap < Number(times); tap += 1) button?.click()
    },
    [word, times] as const,
  )

test('thirty contacts saved one after the other as fast as keys come lose no letter and double none', async () => {
  phone = await takePhone(server.url)
  await add()
  const all = Array.from({ length: 30 }, (_, at) => `Personne ${at}`)
  for (const name of all) {
    await phone.page.keyboard.type(name)
    await tapAtOnce('Enregistrer, puis suivant', 2)
  }
  await expect.poll(async () => (await names())?.length).toBe(30)
  const stored = await storedIn(phone.page)
  expect(stored.people?.map(({ name }) => name).sort()).toEqual(all.sort())
  expect(brokenPromises(stored)).toEqual([])
  expect(stored.drafts).toEqual([])
})

test('a triple tap, a held Enter and keys typed into a save make one contact and no draft', async () => {
  phone = await takePhone(server.url)
  await add()
  await phone.page.keyboard.type('Triple')
  await tapAtOnce('Enregistrer', 3)
  await saved()
  await add()
  await phone.page.keyboard.type('Tenue')
  for (let key = 0; key < 10; key += 1) await phone.page.keyboard.down('Enter')
  await phone.page.keyboard.up('Enter')
  await phone.page.keyboard.type('xyz')
  await expect.poll(names).toEqual(['Triple', 'Tenue'])
  const drafts = (await storedIn(phone.page)).drafts ?? []
  expect(drafts.map(({ title }) => title).filter((title) => String(title).includes('Tenue'))).toEqual([])
})

test('the sheet opened again in the very moment it closes stays open', async () => {
  phone = await takePhone(server.url)
  for (const name of ['Un', 'Deux', 'Trois']) {
    if ((await phone.page.locator('dialog[open]').count()) === 0) await add()
    await phone.page.keyboard.type(name)
    await phone.page.evaluate(async () => {
      const sheet = document.querySelector<HTMLDialogElement>('dialog[open]')
      sheet?.querySelector('form')?.requestSubmit()
      while (sheet?.open) await new Promise((done) => setTimeout(done, 1))
      document.querySelector<HTMLButtonElement>('button[aria-label="Ajouter"]')?.click()
    })
    // Long enough for a step back that was under way to arrive.
    await phone.page.evaluate(() => new Promise((done) => setTimeout(done, 300)))
    expect(await phone.page.locator('dialog[open]').count()).toBe(1)
  }
  await phone.page.goBack()
  await expect.poll(() => phone.page.locator('dialog[open]').count()).toBe(0)
  expect(await names()).toEqual(['Un', 'Deux', 'Trois'])
})

test('the back gesture during a save closes the sheet and keeps the contact once', async () => {
  phone = await takePhone(server.url)
  await add()
  await phone.page.keyboard.type('Retour')
  await phone.page.evaluate(() => {
    document.querySelector<HTMLFormElement>('dialog[open] form')?.requestSubmit()
    history.back()
  })
  await saved()
  expect(await names()).toEqual(['Retour'])
  expect((await storedIn(phone.page)).drafts).toEqual([])
  await expect.poll(() => phone.page.locator('dialog[open]').count()).toBe(0)
})

const without = `
  const refuse = { get() { throw new DOMException('refused', 'SecurityError') } }
  Object.defineProperty(window, 'localStorage', refuse)
  Object.defineProperty(window, 'sessionStorage', refuse)
  for (const [from, name] of [[Navigator.prototype, 'locks'], [Navigator.prototype, 'storage'],
    [Navigator.prototype, 'serviceWorker'], [Crypto.prototype, 'randomUUID'], [Crypto.prototype, 'subtle'],
    [window, 'BroadcastChannel'], [window, 'visualViewport'], [window, 'caches']]) delete from[name]`

test('without all that a plain address on a local network lacks, the app starts, saves, and says it cannot be installed', async () => {
  phone = await takePhone(server.url, {
    init: `${without}\nObject.defineProperty(window, 'isSecureContext', { value: false })`,
  })
  await add()
  await phone.page.keyboard.type('Sans Rien')
  await phone.page.getByRole('button', { name: 'Enregistrer', exact: true }).tap()
  await saved()
  await sheetLeft(phone.page)
  await phone.page.reload()
  await phone.page.getByRole('link', { name: 'Sans Rien' }).waitFor()
  await phone.page.getByText(/Demandez l’adresse en https/).waitFor()
  await phone.page.goto(`${server.url}/installer`)
  await phone.page.getByText('https', { exact: false }).first().waitFor()
})

test('a connection the phone drops under the app costs nothing, however often', async () => {
  const init = `window.connections = []
    const open = IDBFactory.prototype.open
    IDBFactory.prototype.open = function (...given) {
      const asked = open.apply(this, given)
      asked.addEventListener('success', () => connections.push(asked.result))
      return asked
    }`
  phone = await takePhone(server.url, { init })
  for (const name of ['Un', 'Deux', 'Trois', 'Quatre', 'Cinq']) {
    await add()
    await phone.page.keyboard.type(name)
    await phone.page.evaluate('for (const db of connections) db.close()')
    await phone.page.getByRole('button', { name: 'Enregistrer', exact: true }).tap()
    await expect.poll(async () => (await names())?.includes(name)).toBe(true)
    await expect.poll(() => phone.page.locator('dialog[open]').count()).toBe(0)
  }
})

const addresses = [
  '//',
  '/%E0%A4%A',
  '/contacts/__proto__/x',
  '/agenda/constructor/x',
  '/agenda/toString/new',
  '/contacts/people/absent',
  '/contacts/exchanges?month=99999999-01/0000-00&interest=constructor&kind=__proto__&event=any',
  '/contacts/exchanges/new?at=junk&people=__proto__,x&kind=constructor&organisation=new:',
]

test('an address nobody would write leads to a page all the same, with the bar around it', async () => {
  phone = await takePhone(server.url)
  const faults: string[] = []
  phone.page.on('pageerror', (error) => faults.push(error.message))
  for (const path of addresses) {
    await phone.page.goto(server.url + path)
    await phone.page.getByRole('link', { name: 'Accueil', exact: true }).first().waitFor()
    await expect.poll(async () => (await phone.page.getByRole('main').innerText()).trim()).not.toBe('')
    expect(await phone.page.getByText('ne s’affiche pas', { exact: false }).count(), path).toBe(0)
    expect(faults, path).toEqual([])
  }
})
