import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type RunningServer, startServer } from './app-server.ts'
import { type Phone, takePhone } from './phone.ts'
import { everyScreen } from './screens.ts'

let server: RunningServer
let phone: Phone
beforeEach(async () => {
  server = await startServer()
})
afterEach(async () => {
  await phone.discard()
  await server.kill()
})

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const contrast: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast'] } }

/** What axe finds serious or critical, one line a fault; an injected script tag would be refused by the server's rules. */
const faultsOn = async (page: Page, options: RunOptions): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  const { violations } = await page.evaluate<AxeResults, RunOptions>(
    (options) => (window as unknown as { axe: typeof import('axe-core') }).axe.run(options),
    options,
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`))
}

/** All rules in the light theme, and in the others what a theme can change. */
const faultsInThemes = async (page: Page): Promise<string[]> => {
  const found: string[] = []
  for (const theme of ['dark', 'sun', 'light']) {
    await page.evaluate((theme) => {
      document.documentElement.dataset.theme = theme
    }, theme)
    const faults = await faultsOn(page, theme === 'light' ? { resultTypes: ['violations'] } : contrast)
    found.push(...faults.map((fault) => `${theme}: ${fault}`))
  }
  return found
}

describe.each(['fr', 'en'] as const)('in %s', (language) => {
  test('no screen has a serious fault for those who see, hear or touch differently', async () => {
    phone = await takePhone(server.url, { init: `localStorage.setItem('maillage.lang', '${language}')` })
    await phone.page.emulateMedia({ reducedMotion: 'reduce' })
    const faults: string[] = []
    let screens = 0
    await everyScreen(phone.page, language, async (screen) => {
      screens += 1
      faults.push(...(await faultsInThemes(phone.page)).map((fault) => `${screen}, ${fault}`))
    })
    expect(faults).toEqual([])
    expect(screens).toBeGreaterThan(30)
    expect(await phone.page.evaluate(() => document.documentElement.lang)).toBe(language)
  }, 300_000)
})

test('the recovery page has none either', async () => {
  phone = await takePhone(server.url, { path: '/reparer.html' })
  expect(await faultsOn(phone.page, {})).toEqual([])
  await phone.page.emulateMedia({ colorScheme: 'dark' })
  expect(await faultsOn(phone.page, contrast)).toEqual([])
})
