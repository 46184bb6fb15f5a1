import { startServer } from '../tests/e2e/app-server.ts'
import { openProfile } from './browser.ts'
import { type Figure, ms, ratioOf } from './figure.ts'
import { fillPhone } from './fill-phone.ts'
import type { Row } from './pages/plain-list.ts'
import { makeRows } from './rows.ts'
import { servePages } from './serve-pages.ts'
import { spreadOf } from './spread.ts'
import { withFolder } from './temporary.ts'

const most = 2.5
const rows = makeRows(1_000, 400)

/** One start in a new browser process, in which no worker runs yet. */
const coldStart = async (profile: string, address: string, slower: number): Promise<number> => {
  const { page, close } = await openProfile(profile, { slower })
  await page.goto(address, { waitUntil: 'commit' })
  const shown = await page.evaluate(() => window.probe.firstRow)
  await close()
  return shown
}

const prepare = async (profile: string, pagesFolder: string) => {
  const [server, pages] = [await startServer(), await servePages(pagesFolder)]
  const addresses = { ours: `${server.url}/contacts/people`, theirs: `${pages.url}/plain-list.html` }
  const { page, close } = await openProfile(profile)
  await fillPhone(page, server.url, rows)
  await page.goto(addresses.theirs)
  await page.evaluate((tables) => window.keepRows(tables), rows.tables as unknown as Record<string, Row[]>)
  await page.evaluate(() => window.readyOffline())
  await close()
  await server.kill()
  pages.stop()
  return addresses
}

export const measureColdStart = (): Promise<Figure[]> =>
  withFolder(async (folder) => {
    const profile = `${folder}/profile`
    const { ours, theirs } = await prepare(profile, `${folder}/pages`)
    const figures: Figure[] = []
    for (const slower of [1, 4]) {
      const [mine, plain]: [number[], number[]] = [[], []]
      for (let n = -1; n < 9; n += 1) {
        const pair = [await coldStart(profile, ours, slower), await coldStart(profile, theirs, slower)] as const
        if (n < 0) continue
        mine.push(pair[0])
        plain.push(pair[1])
      }
      const [a, b] = [spreadOf(mine), spreadOf(plain)]
      const ratio = ratioOf(a, b)
      figures.push({
        name: slower === 1 ? 'Cold offline start' : `Cold offline start, CPU ×${slower}`,
        start: 'the navigation to Personnes, server dead, new browser process, no worker running',
        end: 'the frame with the first real row of 1,000 people',
        baseline: 'a plain page that reads and paints the same rows from bare IndexedDB, its own small worker',
        ours: ms(a),
        theirs: ms(b),
        ratio,
        budget: `≤ ${most} ×${slower === 1 ? '' : ', aim 500 ms'}`,
        kept: ratio <= most,
      })
    }
    return figures
  })
