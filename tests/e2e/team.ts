import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { type RunningServer, type ServerOptions, startServer } from './app-server.ts'
import { type Phone, takePhone } from './phone.ts'

/** A server that can be killed and started again on the same address with the same data. */
export interface House {
  url: string
  /** Where its data is, for what whoever hosts it does beside it. */
  dataDir: string
  /** Of the server that runs. */
  pid: () => number
  /** The way in for the first of a space, which the server prints. */
  setUpPath: () => Promise<string>
  kill: () => Promise<void>
  start: (env?: ServerOptions['env']) => Promise<void>
  discard: () => Promise<void>
}

/** `appDir`: the built app it serves, where that is to change. */
export const startHouse = async (given: Pick<ServerOptions, 'appDir'> = {}): Promise<House> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'maillage-house-'))
  let server: RunningServer = await startServer({ ...given, dataDir })
  const { url, port } = server
  return {
    url,
    dataDir,
    pid: () => server.pid,
    setUpPath: () => server.said(/(\/entrer#\S+)/),
    kill: () => server.kill(),
    start: async (env) => {
      server = await startServer({ ...given, dataDir, port, ...(env && { env }) })
    },
    discard: async () => {
      await server.kill()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** The state line of Accueil, whose words are never to be wrong. */
export const stateLine = ({ page }: Phone) => page.getByRole('main').getByRole('status').first()
export const allSent = (phone: Phone) =>
  stateLine(phone)
    .getByText(/^Tout est envoyé/)
    .waitFor()

const entered = async (page: Page) => {
  await page.waitForURL(({ pathname }) => pathname !== '/entrer')
  await page.getByRole('link', { name: 'Accueil' }).tap()
}

/** The first of a space: opens the link that the server printed, names the space. `at`: the address it is reached by. */
export const foundSpace = async (house: House, name: string, phone?: Phone, at = house.url): Promise<Phone> => {
  const path = await house.setUpPath()
  const first = phone ?? (await takePhone(at))
  await first.page.goto(at + path)
  await first.page.getByLabel('Nom de l’espace').fill('Campus du Vallon')
  await first.page.getByRole('button', { name: 'Campus', exact: true }).tap()
  await first.page.getByLabel('Votre nom').fill(name)
  await first.page.getByRole('button', { name: 'Utiliser cet appareil' }).tap()
  await entered(first.page)
  await allSent(first)
  return first
}

/** Makes an invitation on this phone, reads from what is shown, and goes home. */
const makeInvitation = async ({ page }: Phone, name: string, read: () => Promise<string>): Promise<string> => {
  const { origin } = new URL(page.url())
  await page.goto(`${origin}/equipe`)
  await page.getByRole('button', { name: 'Inviter un collègue' }).tap()
  await page.getByLabel('Son nom, si vous voulez').fill(name)
  await page.getByRole('button', { name: 'Créer l’invitation' }).tap()
  const made = await read()
  await page.goto(origin)
  return made
}

/** A link made on this phone, as its short code. */
export const inviteFrom = (phone: Phone, name: string): Promise<string> =>
  makeInvitation(phone, name, () => phone.page.getByRole('status', { name: 'Code' }).innerText())

/** A link made on this phone, copied. */
export const linkFrom = (phone: Phone, name: string): Promise<string> =>
  makeInvitation(phone, name, async () => {
    await phone.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await phone.page.getByRole('button', { name: 'Copier le lien' }).tap()
    await phone.page.getByText('Lien copié').waitFor()
    return phone.page.evaluate(() => navigator.clipboard.readText())
  })

/** A colleague types the code on a phone of their own. */
export const joinSpace = async (house: House, code: string, phone?: Phone, at = house.url): Promise<Phone> => {
  const other = phone ?? (await takePhone(at))
  await other.page.goto(`${at}/entrer`)
  await other.page.getByLabel('Code de 10 caractères').fill(code)
  await other.page.getByRole('button', { name: 'Continuer' }).tap()
  await other.page.getByRole('button', { name: 'Utiliser cet appareil' }).tap()
  await entered(other.page)
  await allSent(other)
  return other
}

/** A server, the phone of the first of a space and that of a colleague. */
export const startTeam = async (): Promise<{ house: House; a: Phone; b: Phone }> => {
  const house = await startHouse()
  const a = await foundSpace(house, 'Inès Moreau')
  return { house, a, b: await joinSpace(house, await inviteFrom(a, 'Hugo Lambert')) }
}
