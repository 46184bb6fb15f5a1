import { type Browser, chromium, type Page } from 'playwright'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type RunningServer, startServer } from './app-server.ts'
import { CHROMIUM_ARGS, findChromium } from './chromium.ts'
import { clippedOn, coveredAtTheEnd, hiddenTargets, shortTargets } from './laid-out.ts'
import { everyScreen, follow } from './screens.ts'

let server: RunningServer
let browser: Browser
beforeEach(async () => {
  server = await startServer()
})
afterEach(async () => {
  await browser.close()
  await server.kill()
})

const open = async (width: number, args: string[] = []): Promise<Page> => {
  browser = await chromium.launch({ executablePath: findChromium(), args: [...CHROMIUM_ARGS, ...args] })
  const page = await browser.newPage({ viewport: { width, height: 844 }, locale: 'fr-FR', timezoneId: 'Europe/Paris' })
  await page.goto(server.url)
  return page
}
const twiceTheText = ['--blink-settings=defaultFontSize=32,defaultFixedFontSize=26']

const bar = 'nav[aria-label="Navigation principale"]'
const mainTargets = `${bar} > a, ${bar} button[aria-label="Ajouter"]`

/** How much wider the page is than the screen. */
const excess = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
const add = (page: Page) => page.getByRole('button', { name: 'Ajouter', exact: true })
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')

test('at 320 px no screen scrolls sideways or ends under its foot, and what one touches is large enough', async () => {
  const page = await open(320)
  const faults: string[] = []
  await everyScreen(page, 'fr', async (screen) => {
    if ((await excess(page)) > 0) faults.push(`${screen}: scrolls sideways`)
    const short = await page.evaluate(shortTargets)
    const unseen = [...(await page.evaluate(clippedOn)), ...(await page.evaluate(coveredAtTheEnd))]
    faults.push(...[...short, ...unseen].map((one) => `${screen}: ${one}`))
  })
  expect(faults).toEqual([])
})

test('with text twice as large nothing scrolls sideways or is cut, and the bar and the ways to save are in reach', async () => {
  const page = await open(390, twiceTheText)
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px')
  const faults: string[] = []
  await everyScreen(page, 'fr', async (screen) => {
    if ((await excess(page)) > 0) faults.push(`${screen}: scrolls sideways`)
    const inReach = screen.endsWith('sheet')
      ? await page.evaluate(hiddenTargets, 'dialog[open] [type=submit], dialog[open] header button')
      : await page.evaluate(hiddenTargets, mainTargets)
    faults.push(...[...inReach, ...(await page.evaluate(clippedOn))].map((one) => `${screen}: ${one}`))
  })
  expect(faults).toEqual([])
})

test('a name of 60 characters stays whole on its page and breaks no list', async () => {
  const name = 'Groupement d’employeurs pour l’insertion des Hautes-Vallées-sur-Fable'
  expect(name.length).toBeGreaterThan(60)
  const page = await open(320)
  await add(page).click()
  await page.getByLabel('Nom', { exact: true }).fill('Maximilienne de La Rochefoucauld-Montmorency-Beaumanoir')
  await page.getByLabel('Structure', { exact: true }).fill(name)
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await page.getByText('Enregistré sur ce téléphone', { exact: true }).waitFor()
  for (const path of ['/', '/contacts/people', '/contacts/organisations']) {
    await follow(page, path)
    await page.getByRole('main').getByRole('listitem').first().waitFor()
    expect(await excess(page)).toBe(0)
  }
  await page.getByRole('link', { name }).click()
  const title = page.getByRole('heading', { name, level: 1 })
  await title.waitFor()
  expect(await excess(page)).toBe(0)
  expect(
    await title.evaluate((one) => one.scrollWidth <= one.clientWidth && one.scrollHeight <= one.clientHeight),
  ).toBe(true)
})

test('nothing moves for those who asked for less motion', async () => {
  const page = await open(390)
  const longest = () =>
    page.evaluate(() => {
      const seconds = (list: string) => list.split(',').map((one) => Number.parseFloat(one))
      return Math.max(
        ...[...document.querySelectorAll('*')].flatMap((one) => {
          const { animationDuration, transitionDuration } = getComputedStyle(one)
          return [...seconds(animationDuration), ...seconds(transitionDuration)]
        }),
      )
    })
  await add(page).click()
  expect(await longest()).toBeGreaterThan(0)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  expect(await longest()).toBe(0)
  await page.keyboard.press('Escape')
  expect(await longest()).toBe(0)
})

test('the focus is seen wherever the Tab key leads', async () => {
  const page = await open(390)
  const seen = async (stops: number) => {
    const places = new Set<string>()
    for (let stop = 0; stop < stops; stop++) {
      await page.keyboard.press('Tab')
      const at = await page.evaluate(() => {
        const one = document.activeElement
        if (!one || one === document.body) return undefined
        const { outlineStyle, outlineWidth } = getComputedStyle(one)
        return {
          outline: outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth),
          what: one.outerHTML.slice(0, 90),
        }
      })
      if (!at) continue
      expect(at.outline, at.what).toBeGreaterThanOrEqual(2)
      places.add(at.what)
    }
    return places.size
  }
  // A page that has just come takes the focus itself.
  await expect.poll(() => focused(page)).toBe('Accueil')
  expect(await seen(8)).toBeGreaterThan(5)
  await follow(page, '/contacts/people')
  expect(await seen(9)).toBeGreaterThan(6)
  await add(page).click()
  expect(await seen(12)).toBeGreaterThan(8)
})

test('the focus goes to the title of the page one opens, and back to ＋ when the sheet closes', async () => {
  const page = await open(390)
  for (const [place, title] of [
    ['Contacts', 'Contacts'],
    ['Agenda', 'Agenda'],
    ['Pilotage', 'Pilotage'],
    ['Accueil', 'Accueil'],
  ] as const) {
    await page.getByRole('link', { name: place }).click()
    await page.getByRole('heading', { name: title, level: 1 }).waitFor()
    await expect.poll(() => focused(page)).toBe(title)
    await expect.poll(() => page.title()).toBe(`${title} · Maillage`)
  }
  await add(page).click()
  await page.keyboard.press('Escape')
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Ajouter')
})
