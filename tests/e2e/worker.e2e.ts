import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { changing, made, portal } from '../faults/faults.ts'
import { type Answer, type FaultProxy, startFaultProxy } from '../faults/proxy.ts'
import { builtDir, type RunningServer, startServer } from './app-server.ts'
import { buildInto } from './build-once.ts'
import { CHROMIUM_ARGS, findChromium } from './chromium.ts'

let browser: Browser
let folder: string
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_ARGS })
  folder = mkdtempSync(join(tmpdir(), 'maillage-'))
  buildInto(join(folder, 'second'), 'second')
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

let appDir: string
let server: RunningServer
let proxy: FaultProxy
let context: BrowserContext
beforeEach(async () => {
  appDir = mkdtempSync(join(folder, 'app-'))
  cpSync(join(builtDir(), 'app'), appDir, { recursive: true })
  server = await startServer({ appDir })
  proxy = await startFaultProxy(server.url)
  context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 390, height: 844 } })
})
afterEach(async () => {
  await context.close()
  proxy.end()
  await server.kill()
})

const publishSecond = () => cpSync(join(folder, 'second/app'), appDir, { recursive: true })
const entryOf = (dir: string) =>
  /src="(\/assets\/first-[^"]+)"/.exec(readFileSync(join(dir, 'index.html'), 'utf8'))?.[1]
const entryIn = (page: Page) => page.locator('script[src*="/first-"]').getAttribute('src')

/** Opens the app and waits until it no longer needs the server. */
async function openReady(url: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(url)
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
  return page
}

/** Looks for a newer version, and says how its installation ended. */
function update(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    const found = new Promise<ServiceWorker | null>((resolve) => {
      registration.addEventListener('updatefound', () => resolve(registration.installing), { once: true })
    })
    await registration.update().catch(() => {})
    const worker = registration.installing ?? (await found)
    while (worker && worker.state === 'installing') await new Promise((resolve) => setTimeout(resolve, 20))
    return worker?.state ?? 'none'
  })
}

test('the first visit asks for nothing that the server’s rules forbid', async () => {
  const errors: string[] = []
  context.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  const page = await openReady(server.url)
  await page.reload({ waitUntil: 'networkidle' })
  await page.getByRole('link', { name: 'Agenda' }).click()
  await page.getByRole('heading', { name: 'Agenda', level: 1 }).waitFor()
  expect(errors).toEqual([])
})

describe('without a network', () => {
  test('the app opened once opens again, pages never seen before included', async () => {
    const page = await openReady(server.url)
    await server.kill()
    await page.reload()
    await page.getByRole('link', { name: 'Agenda' }).click()
    await page.getByRole('heading', { name: 'Agenda', level: 1 }).waitFor()
    for (const path of ['/contacts', '/pilotage', '/?ajouter=1', '/contacts?q=a.b']) {
      expect((await page.goto(server.url + path))?.status()).toBe(200)
    }
  })

  test('every file of the build is kept, and none of the builds before it', async () => {
    const page = await openReady(server.url)
    const kept = await page.evaluate(async () => {
      const names = await caches.keys()
      const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
      return requests.flat().map((request) => new URL(request.url).pathname)
    })
    const built = readdirSync(join(builtDir(), 'app/assets')).map((name) => `/assets/${name}`)
    expect(kept.sort()).toEqual([...built, '/favicon.svg', '/index.html', '/manifest.webmanifest'].sort())
  })

  test('the server’s answers are never made up', async () => {
    const page = await openReady(server.url)
    await server.kill()
    const answer = () =>
      page.evaluate(() =>
        fetch('/api/health').then(
          (response) => response.status,
          () => 'no network',
        ),
      )
    expect(await answer()).toBe('no network')
    await expect(page.goto(`${server.url}/api/health`)).rejects.toThrow()
  })
})

describe('a bad network during an update', () => {
  const inNewScript = (change: (answer: Answer) => Answer) =>
    changing((answer, path) => (path === entryOf(join(folder, 'second/app')) ? change(answer) : answer))
  const mistake = () => made(200, 'text/html', '<h1>Wi-Fi de la gare</h1>')
  const flip = (answer: Answer) => {
    const body = Buffer.from(answer.body)
    body.writeUInt8(body.readUInt8(100) ^ 1, 100)
    return { ...answer, body }
  }
  const mistype = (answer: Answer) => ({ ...answer, headers: { ...answer.headers, 'content-type': 'text/plain' } })

  test.each([
    ['a portal’s page in place of a script', mistake],
    ['one flipped bit in a script', flip],
    ['a script of the wrong type', mistype],
  ])('%s never replaces the version that works', async (_, change) => {
    const page = await openReady(proxy.url)
    publishSecond()
    proxy.fault(inNewScript(change))
    expect(await update(page)).toBe('redundant')

    // The old version is whole, without the server too.
    await server.kill()
    await page.reload()
    expect(await entryIn(page)).toBe(entryOf(join(builtDir(), 'app')))
    await page.getByRole('link', { name: 'Agenda' }).click()
    await page.getByRole('heading', { name: 'Agenda', level: 1 }).waitFor()

    // On a good network the new one comes all the same, whatever the bad one left in the browser's cache.
    server = await startServer({ appDir, port: server.port })
    proxy.heal()
    expect(await update(page)).toBe('installed')
  })
})

describe('an update', () => {
  const offer = (page: Page) => page.getByRole('button', { name: 'Mettre à jour' })

  test('is offered, waits while a contact is being noted in another tab, and is then taken by all tabs', async () => {
    const page = await openReady(server.url)
    const other = await openReady(`${server.url}/agenda`)
    publishSecond()
    expect(await update(page)).toBe('installed')
    await other.getByRole('button', { name: 'Ajouter' }).click()
    await other.keyboard.type('Zoé')

    const first = entryOf(join(builtDir(), 'app'))
    await offer(page).click()
    await page.getByText('est ouvert').waitFor()
    expect(await entryIn(page)).toBe(first)
    expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state)).toBe('installed')

    expect(await other.getByLabel('Nom', { exact: true }).inputValue()).toBe('Zoé')
    await other.keyboard.press('Escape')
    await other.getByText('Brouillon gardé').waitFor()
    await offer(page).click()
    const second = entryOf(join(folder, 'second/app'))
    expect(second).not.toBe(first)
    await expect.poll(() => entryIn(page).catch(() => '')).toBe(second)
    await expect.poll(() => entryIn(other).catch(() => '')).toBe(second)
  })

  test('is not taken by itself at a reload', async () => {
    const page = await openReady(server.url)
    publishSecond()
    expect(await update(page)).toBe('installed')
    await page.reload()
    expect(await entryIn(page)).toBe(entryOf(join(builtDir(), 'app')))
    await offer(page).waitFor()
  })
})

describe('the recovery page', () => {
  const putSomething = (page: Page) =>
    page.evaluate(async () => {
      localStorage.setItem('recovery-test', 'kept')
      await new Promise<void>((resolve, reject) => {
        const open = indexedDB.open('recovery-test', 1)
        open.onupgradeneeded = () => open.result.createObjectStore('rows').put('kept', 1)
        open.onsuccess = () => resolve(open.result.close())
        open.onerror = () => reject(open.error)
      })
    })
  const whatIsLeft = (page: Page) =>
    page.evaluate(async () => {
      const row = await new Promise((resolve) => {
        const open = indexedDB.open('recovery-test', 1)
        open.onsuccess = () => {
          const get = open.result.transaction('rows').objectStore('rows').get(1)
          get.onsuccess = () => resolve(get.result)
        }
      })
      const workers = await navigator.serviceWorker.getRegistrations()
      return {
        row,
        setting: localStorage.getItem('recovery-test'),
        databases: (await indexedDB.databases()).map(({ name }) => name).sort(),
        workers: workers.length,
        caches: (await caches.keys()).length,
      }
    })

  test('removes the program and keeps every record', async () => {
    const page = await openReady(server.url)
    await putSomething(page)
    await page.goto(`${server.url}/reparer.html`)
    const before = await whatIsLeft(page)
    expect(before.workers).toBe(1)

    await page.getByRole('button', { name: 'Réparer' }).click()
    await page.getByText('C’est réparé').waitFor()
    expect(await whatIsLeft(page)).toEqual({ ...before, workers: 0, caches: 0 })

    await page.getByRole('link', { name: 'Ouvrir Maillage' }).click()
    await page.getByRole('link', { name: 'Agenda' }).waitFor()
  })

  test('does nothing when the server does not answer, or a portal does', async () => {
    const page = await openReady(proxy.url)
    await putSomething(page)
    await page.goto(`${proxy.url}/reparer.html`)
    const before = await whatIsLeft(page)
    proxy.fault(portal)
    await page.getByRole('button', { name: 'Réparer' }).click()
    await page.getByText('rien n’a été changé').waitFor()
    proxy.end()
    await page.getByRole('button', { name: 'Réparer' }).click()
    await page.getByText('rien n’a été changé').waitFor()
    expect(await whatIsLeft(page)).toEqual(before)
  })
})
