import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright'
import { groupKill } from './browser-group.ts'
import { CHROMIUM_ARGS, findChromium } from './chromium.ts'

export interface Phone {
  page: Page
  context: BrowserContext
  /** Ends the browser as a killed app would: no page is told. */
  kill(): Promise<void>
  /** The app opened again on the same phone. */
  relaunch(path?: string): Promise<Phone>
  /** Closes it and forgets the phone. */
  discard(): Promise<void>
}

type Options = { path?: string; profile?: string; locale?: string; init?: string }

/** A phone's screen in a real Chromium, with a profile on disk that outlives the browser. */
export const takePhone = async (url: string, options: Options = {}): Promise<Phone> => {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'maillage-phone-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    args: [...CHROMIUM_ARGS],
    viewport: { width: 390, height: 844 },
    locale: options.locale ?? 'fr-FR',
    timezoneId: 'Europe/Paris',
    isMobile: true,
    hasTouch: true,
    acceptDownloads: true,
  })
  if (options.init) await context.addInitScript(options.init)
  const page = context.pages()[0] ?? (await context.newPage())
  await page.goto(url + (options.path ?? '/'))
  return {
    page,
    context,
    kill: await groupKill(context),
    relaunch: (path) => takePhone(url, { ...options, profile, ...(path && { path }) }),
    discard: async () => {
      await context.close().catch(() => {})
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** A sheet that closed takes its step back out of the history a moment later; that step would stop a page being loaded again. */
export const sheetLeft = (page: Page) => page.waitForFunction(() => history.state !== 'sheet')

/** Waits until the service worker holds the whole app, so that it opens without the server. */
export const installedOffline = async ({ page }: Phone): Promise<void> => {
  const isHeld = () =>
    page.evaluate(async () => {
      const { serviceWorker } = navigator
      await serviceWorker.ready
      if (serviceWorker.controller) return true
      const taken = new Promise((done) => serviceWorker.addEventListener('controllerchange', done, { once: true }))
      await Promise.race([taken, new Promise((done) => setTimeout(done, 3_000))])
      return serviceWorker.controller !== null
    })
  // A page that loads while the worker takes over the others is held from its next load on.
  while (!(await isHeld())) await page.reload()
}
