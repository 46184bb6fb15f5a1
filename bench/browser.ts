import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright'
import { CHROMIUM_ARGS, findChromium } from '../tests/e2e/chromium.ts'
import { installProbe } from './probe.ts'

export type Opened = { page: Page; context: BrowserContext; cdp: CDPSession; close: () => Promise<void> }

/** A new browser process on a profile on disk: incognito contexts keep IndexedDB in memory, where strict costs nothing. */
export const openProfile = async (profile: string, { slower = 1 } = {}): Promise<Opened> => {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    args: CHROMIUM_ARGS,
    viewport: { width: 390, height: 844 },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    isMobile: true,
    hasTouch: true,
  })
  // The runner names the functions it hands over by a helper that pages do not have.
  await context.addInitScript('globalThis.__name ??= (named) => named')
  await context.addInitScript(installProbe)
  const page = context.pages()[0] ?? (await context.newPage())
  const cdp = await context.newCDPSession(page)
  if (slower > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower })
  return { page, context, cdp, close: () => context.close() }
}
