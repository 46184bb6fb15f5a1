import { startServer } from '../tests/e2e/app-server.ts'
import { openProfile } from './browser.ts'
import { type Figure, ms } from './figure.ts'
import { fillPhone } from './fill-phone.ts'
import { makeRows } from './rows.ts'
import { spreadOf } from './spread.ts'
import { withFolder } from './temporary.ts'

const slower = 4
const queries = [
  'moreau',
  'leveque julie',
  'garage des tilleuls',
  'bensaid',
  'da silva chloe',
  'tuteur',
  'lycee saint',
  '42',
]

const firstKey = async (profile: string, address: string): Promise<number> => {
  const { page, close } = await openProfile(profile, { slower })
  await page.goto(address, { waitUntil: 'commit' })
  const took = await page.evaluate(() => window.probe.firstKey('m'))
  await close()
  return took
}

const warmKeys = async (profile: string, address: string): Promise<number[]> => {
  const { page, close } = await openProfile(profile, { slower })
  await page.goto(address)
  await page.getByText('10\u202f000 fiches').waitFor()
  await page.waitForTimeout(1_000)
  const field = page.getByRole('searchbox', { name: 'Rechercher' })
  const taken: number[] = []
  for (const query of queries) {
    await field.fill('')
    await field.focus()
    await page.waitForTimeout(300)
    for (const letter of query) {
      await page.keyboard.press(letter === ' ' ? 'Space' : letter)
      taken.push(await page.evaluate(() => window.probe.keyToPaint()))
    }
  }
  await close()
  return taken
}

export const measureSearch = (): Promise<Figure[]> =>
  withFolder(async (profile) => {
    const server = await startServer()
    const address = `${server.url}/contacts/people`
    const { page, close } = await openProfile(profile)
    await fillPhone(page, server.url, makeRows(10_000, 5_000))
    await close()
    await server.kill()
    const cold: number[] = []
    for (let n = 0; n < 7; n += 1) cold.push(await firstKey(profile, address))
    const [warm, first] = [spreadOf(await warmKeys(profile, address)), spreadOf(cold)]
    return [
      {
        name: 'Search, warm, CPU ×4',
        start: 'keydown, 10,000 people and 5,000 structures there',
        end: 'the frame with the rows that answer, and no other',
        ours: ms(warm),
        budget: 'p95 ≤ 50 ms',
        kept: warm.p95 <= 50,
      },
      {
        name: 'Search, first key after a cold start',
        start: 'the first letter, as soon as the field exists, CPU ×4',
        end: 'the frame with the rows that answer, and no other',
        ours: ms(first),
        budget: '≤ 1,500 ms',
        kept: first.p95 <= 1_500,
      },
    ]
  })
