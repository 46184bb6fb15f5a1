import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enterWith } from '../server/test-phone.ts'
import { home, names } from './hands.ts'
import type { Phone } from './phone.ts'
import { foundSpace, type House, inviteFrom, startHouse } from './team.ts'

let house: House
let director: Phone
beforeAll(async () => {
  house = await startHouse()
  director = await foundSpace(house, 'Inès Moreau')
})
afterAll(async () => {
  await director?.discard()
  await house.discard()
})

test('when a colleague’s phone deletes nearly all, the director sees it on Accueil and keeps what was held back', async () => {
  const colleague = await enterWith(house, await inviteFrom(director, 'Hugo Lambert'), 'Hugo Lambert')
  const rows = Array.from({ length: 14 }, () => randomUUID())
  const named = (at: number) => `Personne ${String(at + 1).padStart(2, '0')}`
  await colleague.sync({
    changes: rows.map((row, at) => colleague.change('people', row, { name: named(at), position: 'Tuteur' })),
  })
  await names(director)
  await director.page.getByText(/^14\s+fiches$/).waitFor()
  const deletedAt = new Date().toISOString()
  await colleague.sync({ changes: rows.map((row) => colleague.change('people', row, { deletedAt })) })

  const { page } = director
  await home(director)
  await page.getByRole('link', { name: /^4\s+suppressions attendent votre accord$/ }).tap()
  await page.getByText(/^Demandées par Hugo Lambert/).waitFor()
  await page.getByRole('button', { name: 'Garder les fiches' }).tap()
  await page.getByText('Fiches gardées').waitFor()
  await expect.poll(() => names(director), { timeout: 15_000 }).toEqual([10, 11, 12, 13].map(named))
  await home(director)
  await expect
    .poll(() => page.getByRole('link', { name: /suppressions attendent/ }).count(), { timeout: 15_000 })
    .toBe(0)
})
