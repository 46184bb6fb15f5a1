import { openProfile } from './browser.ts'
import { type Figure, ms, ratioOf } from './figure.ts'
import { servePages } from './serve-pages.ts'
import { spreadOf } from './spread.ts'
import { withFolder } from './temporary.ts'

const times = 100
const most = 1.5

export const measureSave = (): Promise<Figure[]> =>
  withFolder(async (folder) => {
    const pages = await servePages(`${folder}/pages`)
    const { page, close } = await openProfile(`${folder}/profile`)
    await page.goto(`${pages.url}/save.html`)
    // The first ones pay for what the engine has not compiled yet, on both sides.
    await page.evaluate(() => window.measureSaves(10))
    const { ours, theirs } = await page.evaluate((times) => window.measureSaves(times), times)
    await close()
    pages.stop()
    const [mine, bare] = [spreadOf(ours), spreadOf(theirs)]
    const ratio = ratioOf(mine, bare)
    return [
      {
        name: 'Save',
        start: 'the call of save with the five edits of a captured contact',
        end: 'its promise kept, that is after the transaction completed',
        baseline: 'one strict bare-Dexie transaction putting the same rows and outbox entries',
        ours: ms(mine),
        theirs: ms(bare),
        ratio,
        budget: `≤ ${most} ×`,
        kept: ratio <= most,
      },
    ]
  })
