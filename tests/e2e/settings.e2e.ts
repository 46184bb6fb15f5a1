import { afterEach, beforeEach, expect, test } from 'vitest'
import { type RunningServer, startServer } from './app-server.ts'
import { add, names } from './hands.ts'
import { type Phone, takePhone } from './phone.ts'

let server: RunningServer
let phone: Phone
beforeEach(async () => {
  server = await startServer()
  phone = await takePhone(server.url, {
    init: 'window.asked = 0; navigator.storage.persist = async () => { window.asked += 1; return true }',
  })
})
afterEach(async () => {
  await phone.discard()
  await server.kill()
})
const button = (name: string) => phone.page.getByRole('button', { name, exact: true })
const asked = () => phone.page.evaluate(() => (window as unknown as { asked: number }).asked)

test('examples are left in one tap, and one’s own contact is there; for its sake alone the browser is asked to keep all', async () => {
  await button('Essayer avec des exemples').tap()
  await phone.page.getByText('Exemples, rien n’est envoyé').waitFor()
  await button('Quitter les exemples').tap()
  await button('Essayer avec des exemples').waitFor()
  expect(await asked()).toBe(0)
  await add(phone, 'Zoé Lévêque')
  await expect.poll(asked).toBe(1)
  await phone.page.getByRole('link', { name: 'Réglages' }).tap()
  await button('Essayer avec des exemples').tap()
  await button('Quitter les exemples').first().tap()
  await expect.poll(() => names(phone)).toEqual(['Zoé Lévêque'])
})

test('the language and the theme chosen in Réglages are there again when the app is opened anew', async () => {
  await phone.page.getByRole('link', { name: 'Réglages' }).tap()
  await button('Plein soleil').tap()
  await button('English').tap()
  await phone.page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor()
  await phone.context.close()
  phone = await phone.relaunch()
  await phone.page.getByRole('link', { name: 'Settings' }).tap()
  await phone.page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor()
  const chosen = phone.page.getByRole('button', { pressed: true })
  expect(await chosen.allInnerTexts()).toEqual(['English', 'Bright sun'])
  const root = await phone.page.evaluate(() => ({
    lang: document.documentElement.lang,
    theme: document.documentElement.dataset.theme,
  }))
  expect(root).toEqual({ lang: 'en', theme: 'sun' })
})
