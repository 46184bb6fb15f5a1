import { type Phone, sheetLeft } from './phone.ts'

/** What a person does on a phone, by what they see. */

const saved = ({ page }: Phone) => page.getByText('Enregistré sur ce téléphone', { exact: true }).waitFor()

type Given = Readonly<Record<string, string>>
/** Notes a contact on the sheet. `given`: what is typed into its other fields, by their labels; `chips`: what is touched. */
export const add = async (phone: Phone, name: string, given: Given = {}, chips: readonly string[] = []) => {
  const { page } = phone
  await page.getByRole('button', { name: 'Ajouter' }).last().tap()
  await page.getByLabel('Nom', { exact: true }).fill(name)
  for (const [label, text] of Object.entries(given)) await page.getByLabel(label, { exact: true }).fill(text)
  for (const chip of chips) await page.getByRole('button', { name: chip, exact: true }).tap()
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).tap()
  await saved(phone)
  await sheetLeft(page)
}

export const home = ({ page }: Phone) => page.getByRole('link', { name: 'Accueil', exact: true }).tap()

/** The names in the list of people, in its order. */
export const names = async ({ page }: Phone): Promise<string[]> => {
  await page.getByRole('link', { name: 'Contacts' }).tap()
  await page.getByRole('tab', { name: 'Personnes', selected: true }).waitFor()
  await page.getByRole('main').getByRole('listitem').first().waitFor()
  return page.getByRole('main').getByRole('listitem').locator('bdi').allInnerTexts()
}

/** Opens a record from one of the lists of Contacts. */
export const open = async ({ page }: Phone, name: string, list: 'Personnes' | 'Structures' = 'Personnes') => {
  await page.getByRole('link', { name: 'Contacts' }).tap()
  await page.getByRole('tab', { name: list }).tap()
  await page.getByRole('link', { name }).first().tap()
  await page.getByRole('heading', { name, level: 1 }).waitFor()
}

/** Changes one field of the record that is open. */
export const edit = async (phone: Phone, field: string, value: string) => {
  const main = phone.page.getByRole('main')
  await phone.page
    .getByRole('button', { name: new RegExp(`^${field}`) })
    .first()
    .tap()
  await main.getByLabel(field, { exact: true }).fill(value)
  await main.getByRole('button', { name: 'Enregistrer', exact: true }).tap()
  await saved(phone)
}

/** Tells the app, as a phone does, that there is a network. */
export const online = ({ page }: Phone) => page.evaluate(() => dispatchEvent(new Event('online')))
