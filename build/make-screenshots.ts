import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { chromium, type Page } from 'playwright'
import { CHROMIUM_ARGS, findChromium } from '../tests/e2e/chromium.ts'

// usage: make-screenshots.ts [address]     pictures of the examples, for the README and the phone's install sheet
const address = process.argv[2] ?? 'http://localhost:8787'
const folder = resolve(import.meta.dirname, '../public/screenshots')
mkdirSync(folder, { recursive: true })

const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_ARGS })

const open = async (viewport: { width: number; height: number }, scale: number): Promise<Page> => {
  const context = await browser.newContext({
    viewport,
    deviceScaleFactor: scale,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    colorScheme: 'light',
  })
  const page = await context.newPage()
  await page.goto(address)
  await page.getByRole('button', { name: 'Essayer avec des exemples' }).click()
  await page.getByRole('button', { name: 'J’y suis' }).click()
  // The line of what just happened leaves after ten seconds.
  await page.waitForTimeout(11_000)
  return page
}
const shoot = async (page: Page, name: string) => {
  await page.waitForTimeout(500)
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

const phone = await open({ width: 390, height: 844 }, 2)
await shoot(phone, 'accueil')
await phone.getByRole('button', { name: 'Ajouter' }).click()
await phone.keyboard.type('Nadia Fontaine')
await phone.getByLabel('Téléphone ou e-mail').fill('06 39 98 12 34')
await phone.getByRole('button', { name: 'PFMP, stage' }).click()
await phone.getByRole('button', { name: 'À rappeler dans 7 jours' }).click()
await shoot(phone, 'capture')
await phone.keyboard.press('Escape')
await phone.getByRole('link', { name: 'Contacts' }).click()
await phone.waitForTimeout(11_000)
await shoot(phone, 'contacts')

const desk = await open({ width: 1280, height: 800 }, 1)
await desk.getByRole('link', { name: 'Contacts' }).click()
await desk.getByRole('main').getByRole('listitem').nth(2).getByRole('link').click()
await shoot(desk, 'bureau')
await browser.close()
