import type { CDPSession, Page } from 'playwright'
import { startServer } from '../tests/e2e/app-server.ts'
import { openProfile } from './browser.ts'
import { makeContacts } from './contact-rows.ts'
import type { Figure } from './figure.ts'
import { fillPhone } from './fill-phone.ts'
import { keptRows } from './kept-rows.ts'
import { withFolder } from './temporary.ts'

/** In bytes. */
const most = 15_000_000
/** Until the index has read its snapshot, and the app what it fetches a second later; in ms. */
const settled = 6_000

/** What is in use after the garbage is gone, in bytes; objects that others end may take a second turn. */
const heapOf = async (cdp: CDPSession): Promise<number> => {
  for (let n = 0; n < 3; n += 1) await cdp.send('HeapProfiler.collectGarbage')
  return (await cdp.send('Runtime.getHeapUsage')).usedSize
}

const searchOnce = async (page: Page) => {
  await page.getByRole('searchbox', { name: 'Rechercher' }).pressSequentially('moreau')
  await page.waitForFunction(() => {
    const shown = [...document.querySelectorAll('main li')]
    return shown.length > 0 && shown.every((row) => row.textContent?.includes('Moreau'))
  })
}

const figure = (name: string, end: string, bytes: number): Figure => ({
  ...{
    name,
    end,
    start: 'a new browser process at Personnes, 10,000 people and 1,000 structures there, notes and all',
  },
  ours: `${(bytes / 1_000_000).toFixed(1)} MB`,
  budget: `≤ ${most / 1_000_000} MB`,
  kept: bytes <= most,
})

export const measureHeap = (): Promise<Figure[]> =>
  withFolder(async (profile) => {
    const server = await startServer()
    const filling = await openProfile(profile)
    await fillPhone(filling.page, server.url, keptRows(makeContacts(10_000, 1_000)))
    await filling.close()
    const { page, cdp, close } = await openProfile(profile)
    await page.goto(`${server.url}/contacts/people`)
    await page.getByText('10\u202f000 fiches').waitFor()
    await page.waitForTimeout(settled)
    const shown = await heapOf(cdp)
    await searchOnce(page)
    const searched = await heapOf(cdp)
    await close()
    await server.kill()
    return [
      figure('JS heap, the list shown', 'the list drawn, its search index read, garbage collected', shown),
      figure('… the search used once', 'the answers drawn, garbage collected', searched),
    ]
  })
