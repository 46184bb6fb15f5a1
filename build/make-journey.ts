import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { installedOffline, type Phone, sheetLeft, takePhone } from '../tests/e2e/phone.ts'
import { allSent, startHouse, stateLine } from '../tests/e2e/team.ts'

// usage: make-journey.ts     after a build: the pictures of docs/parcours.md, two phones and the real server
const root = resolve(import.meta.dirname, '..')
const folder = join(root, 'docs/parcours')
mkdirSync(folder, { recursive: true })
process.env.MAILLAGE_DIST = join(root, 'dist')

const shoot = async ({ page }: Phone, name: string) => {
  await page.waitForTimeout(500)
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
}
const tap = ({ page }: Phone, name: string | RegExp) =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .tap()
const fill = ({ page }: Phone, field: string, text: string) =>
  page.getByRole('textbox', { name: field, exact: true }).first().fill(text)
const saved = ({ page }: Phone) => page.getByText('Enregistré sur ce téléphone', { exact: true }).first().waitFor()

const note = async (phone: Phone, contact: Record<string, string>, callBack = false) => {
  await tap(phone, 'Ajouter')
  for (const [field, text] of Object.entries(contact)) await fill(phone, field, text)
  if (callBack) await tap(phone, 'À rappeler dans 7 jours')
  await tap(phone, 'Enregistrer')
  await saved(phone)
  await sheetLeft(phone.page)
}
/** Loaded anew, so that no line of what just happened lies over the picture. */
const home = async (phone: Phone) => {
  await phone.page.goto(new URL('/', phone.page.url()).href)
  await stateLine(phone).waitFor()
}
const open = async ({ page }: Phone, name: string) => {
  await page.getByRole('link', { name: 'Contacts' }).tap()
  await page.getByRole('link', { name }).first().tap()
  await page.getByRole('heading', { name, level: 1 }).waitFor()
}
const changeMobile = async (phone: Phone, name: string, value: string) => {
  await open(phone, name)
  await tap(phone, /^Mobile/)
  await phone.page.getByRole('main').getByLabel('Mobile', { exact: true }).fill(value)
  await phone.page.getByRole('main').getByRole('button', { name: 'Enregistrer', exact: true }).tap()
  await saved(phone)
}
const hideHint = async (phone: Phone) => {
  await home(phone)
  await tap(phone, 'Plus tard')
}
const online = async (...phones: Phone[]) => {
  await house.start()
  for (const phone of phones) {
    await phone.page.evaluate(() => dispatchEvent(new Event('online')))
    await home(phone)
    await allSent(phone)
  }
}

const house = await startHouse()
const claire = await takePhone(house.url)
const nadia = await takePhone(house.url)
try {
  await note(nadia, { Nom: 'Julien Roche', Structure: 'Charpentes Roche' }, true)
  await hideHint(nadia)

  await claire.page.goto(house.url + (await house.setUpPath()))
  await fill(claire, 'Nom de l’espace', 'Campus du Vallon')
  await tap(claire, 'Campus')
  await fill(claire, 'Votre nom', 'Claire Martin')
  await shoot(claire, '01-creer')
  await tap(claire, 'Utiliser cet appareil')
  await tap(claire, 'Inviter un collègue')
  await fill(claire, 'Son nom, si vous voulez', 'Nadia Fontaine')
  await tap(claire, 'Créer l’invitation')
  const code = await claire.page.getByRole('status', { name: 'Code' }).innerText()
  await shoot(claire, '02-inviter')
  await home(claire)
  const helene = 'Hélène Marchetti'
  await note(claire, { Nom: helene, Structure: 'Menuiserie Marchetti', 'Téléphone ou e-mail': '06 39 98 12 34' })
  await hideHint(claire)

  await nadia.page.goto(`${house.url}/entrer`)
  await fill(nadia, 'Code de 10\u00a0caractères', code)
  await tap(nadia, 'Continuer')
  await nadia.page.getByLabel('Votre nom').waitFor()
  await shoot(nadia, '03-rejoindre')
  await tap(nadia, 'Utiliser cet appareil')
  await nadia.page.waitForURL(({ pathname }) => pathname !== '/entrer')
  await home(nadia)
  await allSent(nadia)
  for (const phone of [claire, nadia]) await installedOffline(phone)

  await house.kill()
  await note(nadia, { Nom: 'Amina Diallo', Structure: 'Agencement Diallo' })
  await note(nadia, { Nom: 'Karim Benali', Structure: 'Lycée des Trois-Vallons' })
  await home(nadia)
  await nadia.page.getByText(/^Pas de réseau/).waitFor()
  await shoot(nadia, '04-hors-reseau')
  await online(nadia, claire)
  await shoot(nadia, '05-envoye')
  await claire.page.getByText('Karim Benali').first().waitFor()
  await shoot(claire, '06-nouveau')

  await open(nadia, helene)
  await house.kill()
  await changeMobile(claire, helene, '06 39 98 00 02')
  await changeMobile(nadia, helene, '06 39 98 00 03')
  await online(claire, nadia, claire)
  await open(claire, helene)
  await tap(claire, /^Deux versions à départager/)
  await shoot(claire, '07-deux-versions')
  await house.kill()
  await tap(claire, 'Prendre celle-ci\u00a0: Mobile')
  await claire.page.getByText('Deux versions', { exact: true }).waitFor({ state: 'detached' })
  await shoot(claire, '08-departage')
  await online(claire, nadia)

  await open(nadia, helene)
  await nadia.page.getByText('06 39 98 00 02').waitFor()
  await nadia.page.getByText('Deux versions', { exact: true }).waitFor({ state: 'detached' })
  await home(nadia)
  await tap(nadia, /^Confier/)
  await shoot(nadia, '09-confier')
} finally {
  await claire.discard()
  await nadia.discard()
  await house.discard()
}
