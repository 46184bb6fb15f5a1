import type { AnyRow } from '../src/domain/record.ts'
import { openProfile } from './browser.ts'
import { makeContacts } from './contact-rows.ts'
import { type Figure, ms, ratioOf } from './figure.ts'
import { keptRows } from './kept-rows.ts'
import { asked } from './pages/opening.ts'
import type { Rows } from './rows.ts'
import { servePages } from './serve-pages.ts'
import { spreadOf } from './spread.ts'
import { withFolder } from './temporary.ts'

const [rounds, atOnce] = [9, 5_000]

const fill = async (profile: string, address: string, { tables }: Rows) => {
  const { page, close } = await openProfile(profile)
  await page.goto(address)
  for (const [table, rows] of Object.entries(tables))
    for (let at = 0; at < rows.length; at += atOnce)
      await page.evaluate(([table, some]) => window.opening.fill(table, some), [
        table,
        rows.slice(at, at + atOnce),
      ] as const)
  await close()
}

/** One opening in a new browser process: neither the page nor its database is warm. */
const open = async (profile: string, address: string, expected: string): Promise<number> => {
  const { page, close } = await openProfile(profile)
  await page.goto(address)
  const { there, ids } = await page.evaluate(() => window.opening.first)
  await close()
  if (ids.join() !== expected) throw new Error(`${address} gave others first, or not all of them`)
  return there
}

const byName = (a: AnyRow, b: AnyRow) => {
  const [one, other] = [`${a.sort} ${a.id}`, `${b.sort} ${b.id}`]
  return one < other ? -1 : 1
}

/** Each side on a phone of its own, by turns. */
const openings = (pages: string, rows: Rows) =>
  withFolder(async (folder) => {
    const expected = (rows.tables.people ?? []).toSorted(byName).slice(0, asked)
    const ids = expected.map(({ id }) => id).join()
    const [ours, theirs] = [`${folder}/ours`, `${folder}/theirs`]
    await fill(ours, `${pages}/our-open.html`, rows)
    await fill(theirs, `${pages}/bare-open.html`, rows)
    const taken = { ours: [] as number[], told: [] as number[], theirs: [] as number[] }
    for (let n = -1; n < rounds; n += 1) {
      const round = {
        ours: await open(ours, `${pages}/our-open.html`, ids),
        theirs: await open(theirs, `${pages}/bare-open.html`, ids),
        told: await open(ours, `${pages}/our-open.html?told`, ids),
      }
      if (n < 0) continue
      taken.ours.push(round.ours)
      taken.theirs.push(round.theirs)
      taken.told.push(round.told)
    }
    return { ours: spreadOf(taken.ours), told: spreadOf(taken.told), theirs: spreadOf(taken.theirs) }
  })

const start = 'the navigation to a page of the store alone, new browser process'
const baseline = 'a page of Dexie alone with the same tables, indexes and rows, and one query by the same index'

export const measureOpen = (): Promise<Figure[]> =>
  withFolder(async (folder) => {
    const pages = await servePages(folder)
    const figures: Figure[] = []
    for (const [people, structures, most] of [
      [10_000, 1_000, 1.3],
      [50_000, 5_000, 1.5],
    ] as const) {
      const { ours, told, theirs } = await openings(pages.url, keptRows(makeContacts(people, structures)))
      const ratio = ratioOf(ours, theirs)
      figures.push(
        {
          ...{ name: `Open, ${people.toLocaleString('en')} people`, start, baseline },
          end: `the first ${asked} by name, the map of spaces, birth and mark read, as a live query gives them`,
          ...{ ours: ms(ours), theirs: ms(theirs), ratio, budget: `≤ ${most} ×`, kept: ratio <= most },
        },
        {
          ...{ name: '… each with its structure', start, baseline },
          end: 'the same, told as a list tells them; the baseline looks up no structure',
          ...{ ours: ms(told), theirs: ms(theirs), ratio: ratioOf(told, theirs), budget: 'told' },
        },
      )
    }
    pages.stop()
    return figures
  })
