import type { Page } from 'playwright'
import type { Phone } from './phone.ts'

const enters = async (page: Page) => {
  await page.getByRole('button', { name: 'Utiliser cet appareil' }).tap()
  await page.waitForURL(({ pathname }) => pathname !== '/entrer')
}

/** What somebody does with a phone of a team, by what they read on it. */
export const hands = ({ page }: Phone) => ({
  home: () => page.goto(new URL('/', page.url()).href),
  async notes(name: string, structure?: string) {
    await page.getByRole('button', { name: 'Ajouter' }).tap()
    await page.getByLabel('Nom', { exact: true }).fill(name)
    if (structure) await page.getByLabel('Structure', { exact: true }).fill(structure)
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).tap()
    await page.getByText('Enregistré sur ce téléphone', { exact: true }).waitFor()
  },
  async createsSpace(link: string, space: string, name: string) {
    await page.goto(link)
    await page.getByLabel('Nom de l’espace').fill(space)
    await page.getByRole('button', { name: 'Campus' }).tap()
    await page.getByLabel('Votre nom').fill(name)
    await enters(page)
  },
  /** The link of an invitation, as it would be scanned from the screen. */
  async invites(): Promise<string> {
    await page.goto(new URL('/equipe', page.url()).href)
    await page.getByRole('button', { name: 'Inviter un collègue' }).tap()
    const answered = page.waitForResponse(/\/invite$/)
    await page.getByRole('button', { name: 'Créer l’invitation' }).tap()
    const { link } = (await (await answered).json()) as { link: string }
    return link
  },
  async joins(link: string, name: string) {
    await page.goto(link)
    await page.getByLabel('Votre nom').fill(name)
    await enters(page)
  },
  /** The names in Contacts, once this one is among them. */
  async seesPerson(name: string): Promise<string[]> {
    await page.getByRole('link', { name: 'Contacts' }).tap()
    await page.getByRole('tab', { name: 'Personnes', selected: true }).waitFor()
    const rows = page.getByRole('main').getByRole('listitem')
    await rows.filter({ hasText: name }).first().waitFor()
    return rows.allInnerTexts()
  },
  saysAllSent: () => page.getByText(/^Tout est envoyé/).waitFor(),
})
