import { afterAll, beforeAll, expect, test } from 'vitest'
import { add, edit, home, names, online, open } from './hands.ts'
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
const both = () => [a, b]
const comeOnline = async () => {
  await house.start()
  for (const phone of both()) {
    await online(phone)
    await home(phone)
    await allSent(phone)
  }
}

test('a change that is refused is corrected where its words are, sent again, and reaches the colleague', async () => {
  await add(a, `Zoé ${'é'.repeat(10_001)}`)
  await home(a)
  await a.page.getByText(/^Le reste est envoyé/).waitFor()
  await a.page.getByRole('link', { name: /saisie à revoir$/ }).tap()
  await a.page.getByRole('link', { name: 'Corriger' }).tap()
  await a.page.getByRole('main').getByLabel(/^Nom/).first().fill('Zoé Lévêque')
  await a.page.getByRole('main').getByRole('button', { name: 'Enregistrer', exact: true }).tap()
  await a.page.getByText('Rien à revoir.').waitFor()
  await expect.poll(() => names(b), { timeout: 15_000 }).toEqual(['Zoé Lévêque'])
  await home(a)
  await allSent(a)
})

test('a structure noted on both phones is compared and put together while the other edits it: nothing is lost', async () => {
  for (const phone of both()) await installedOffline(phone)
  await house.kill()
  await add(a, 'Amel Bensaïd', { Structure: 'Menuiserie Dupont' })
  await add(b, 'Bruno Girard', { Structure: 'Menuiserie Dupont' })
  await comeOnline()
  for (const phone of both()) {
    await open(phone, 'Menuiserie Dupont', 'Structures')
    await phone.page.getByRole('link', { name: 'Comparer avec Menuiserie Dupont' }).waitFor()
  }

  await house.kill()
  await a.page.getByRole('link', { name: 'Comparer avec Menuiserie Dupont' }).tap()
  await a.page.getByRole('heading', { name: 'La même fiche\u202f?' }).waitFor()
  await a.page.getByRole('group', { name: 'Laquelle reste\u202f?' }).getByRole('button').first().waitFor()
  await a.page.getByRole('button', { name: 'Réunir' }).tap()
  await a.page.getByRole('heading', { name: /^Réunie avec/ }).waitFor()
  await edit(b, 'Nom', 'Menuiserie Dupont et fils')
  await comeOnline()

  for (const { page } of both()) {
    await page.getByRole('link', { name: 'Contacts' }).tap()
    await page.getByRole('tab', { name: 'Structures' }).tap()
    await page.getByText('1 fiche', { exact: true }).waitFor()
    await page
      .getByRole('link', { name: /Menuiserie Dupont/ })
      .first()
      .tap()
    for (const name of ['Amel Bensaïd', 'Bruno Girard'])
      await page.getByRole('main').getByRole('link', { name }).first().waitFor()
    await page.getByRole('main').getByText('Menuiserie Dupont et fils').first().waitFor()
  }
})

test('a task that is handed over is among those of the colleague, who reads from whom', async () => {
  await add(a, 'Karim Colin', {}, ['À rappeler dans 7 jours'])
  await home(a)
  const own = a.page.getByRole('main').getByRole('link', { name: /^Rappeler Karim Colin/ })
  await own.waitFor()
  await a.page.getByRole('button', { name: /^Confier\s: Rappeler Karim Colin$/ }).tap()
  await a.page.getByRole('button', { name: 'Hugo Lambert', exact: true }).tap()
  await a.page.getByText('Confié à Hugo Lambert').waitFor()
  await own.waitFor({ state: 'detached' })
  await home(b)
  await b.page.getByRole('tab', { name: 'Mes suites', selected: true }).waitFor()
  await b.page.getByRole('link', { name: /^Rappeler Karim Colin.*confié par Inès Moreau/ }).waitFor()
})

test('a request given to a colleague stays on Accueil until it is answered', async () => {
  await home(a)
  await a.page.getByRole('link', { name: 'Noter une demande' }).tap()
  await a.page.getByLabel('Ce qui est demandé').fill('Deux stagiaires en mai')
  await a.page.getByRole('group', { name: 'Confiée à' }).getByRole('button', { name: 'Hugo Lambert' }).tap()
  await a.page.getByRole('main').getByRole('button', { name: 'Enregistrer', exact: true }).tap()
  await a.page.getByText('Demande notée et confiée à Hugo Lambert').waitFor()
  const answered = ({ page }: Phone) => page.getByRole('button', { name: /^Répondu\s: Deux stagiaires en mai$/ })
  for (const phone of both()) {
    await home(phone)
    await answered(phone).waitFor()
  }
  await b.page.reload()
  await answered(b).tap()
  for (const phone of both()) await answered(phone).waitFor({ state: 'detached' })
})
