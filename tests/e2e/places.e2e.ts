import { afterAll, beforeAll, expect, test } from 'vitest'
import { add, home, online, open } from './hands.ts'
import { installedOffline, type Phone } from './phone.ts'
import { allSent, type House, startTeam } from './team.ts'

let house: House
let a: Phone
let b: Phone
beforeAll(async () => {
  ;({ house, a, b } = await startTeam())
})
afterAll(async () => {
  await Promise.all([a, b].map((phone) => phone?.discard()))
  await house.discard()
})

const save = async ({ page }: Phone) => {
  await page.getByRole('main').getByRole('button', { name: 'Enregistrer', exact: true }).tap()
  await page.getByText('Enregistré sur ce téléphone', { exact: true }).waitFor()
}
const fill = ({ page }: Phone, label: string, text: string) =>
  page.getByRole('main').getByLabel(label, { exact: true }).fill(text)
/** A browser without a phone would ask what to do with the number, in a window that takes the next touches. */
const withoutDialling = ({ page }: Phone) =>
  page.evaluate(() =>
    addEventListener('click', (event) => {
      if (event.target instanceof Element && event.target.closest('a[href^="tel:"]')) event.preventDefault()
    }),
  )
const toList = async ({ page }: Phone, list: string) => {
  await page.getByRole('link', { name: 'Pilotage' }).tap()
  await page.getByRole('navigation', { name: 'Formations et partenariats' }).getByRole('link', { name: list }).tap()
}
const begin = async (phone: Phone, list: string) => {
  await toList(phone, list)
  await phone.page.getByRole('main').getByRole('link', { name: 'Ajouter' }).tap()
}

test('a need of twelve places is filled by two people, each without network, and both read the same count', async () => {
  const structures = { 'Garage Dupont': '06 39 98 01 42', 'Ateliers Martin': '06 39 98 01 43' }
  for (const [structure, phone] of Object.entries(structures))
    await add(a, `Tutrice de ${structure}`, { Structure: structure, 'Téléphone ou e-mail': phone })
  await begin(a, 'Formations')
  await fill(a, 'Nom court', 'MELEC')
  await save(a)
  for (const structure of Object.keys(structures)) {
    await open(a, structure, 'Structures')
    await a.page.getByRole('navigation', { name: 'Noter ici' }).getByRole('link', { name: 'PFMP ou stage' }).tap()
    await fill(a, 'Élèves', '2')
    await fill(a, 'Formation', 'MELEC')
    await save(a)
    await a.page.getByRole('heading', { name: structure, level: 1 }).waitFor()
  }
  await begin(a, 'Besoins')
  await a.page.getByRole('main').getByRole('button', { name: 'Places en entreprise' }).tap()
  await fill(a, 'Formation', 'MELEC')
  await fill(a, 'Combien', '12')
  await save(a)
  await home(a)
  await allSent(a)
  for (const phone of [a, b]) await installedOffline(phone)
  await toList(b, 'Besoins')
  await b.page
    .getByRole('main')
    .getByRole('link', { name: /^MELEC/ })
    .waitFor()
  await house.kill()

  for (const [phone, structure] of [
    [a, 'Garage Dupont'],
    [b, 'Ateliers Martin'],
  ] as const) {
    // Four taps from anywhere to the first call: Pilotage, Besoins, the need, Appeler.
    await toList(phone, 'Besoins')
    await phone.page
      .getByRole('main')
      .getByRole('link', { name: /^MELEC/ })
      .tap()
    const call = phone.page.getByRole('link', { name: `Appeler ${structure}` })
    expect(await call.getAttribute('href')).toMatch(/^tel:\+262639980/)
    await withoutDialling(phone)
    await call.tap()
    await phone.page.getByRole('button', { name: 'Promis', exact: true }).tap()
    await phone.page.getByRole('button', { name: '6', exact: true }).tap()
    await phone.page.getByText('6 sur 12').waitFor()
  }

  await house.start()
  for (const phone of [a, b]) await online(phone)
  for (const { page } of [a, b]) {
    await page.getByText('12 sur 12').waitFor()
    await page.getByText('Le compte y est.').waitFor()
  }
  await b.page.getByText(/^Inès Moreau · 6/).waitFor()
})
