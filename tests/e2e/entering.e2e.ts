import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Phone, takePhone } from './phone.ts'
import { type House, joinSpace, startHouse } from './team.ts'

let house: House
let first: Phone
let colleague: Phone | undefined
beforeAll(async () => {
  house = await startHouse()
})
afterAll(async () => {
  await Promise.all([first, colleague].map((phone) => phone?.discard()))
  await house.discard()
})

test('a space half created when the app is killed waits on Accueil, and its link brings the words back', async () => {
  const path = await house.setUpPath()
  first = await takePhone(house.url, { path })
  await first.page.getByLabel('Nom de l’espace').fill('Campus du Vallon')
  await first.page.getByRole('group', { name: 'Type d’espace' }).getByRole('button', { name: 'Réseau' }).tap()
  await first.page.getByLabel('Votre nom').pressSequentially('Inès Moreau', { delay: 150 })
  await first.kill()
  first = await first.relaunch('/')
  const waiting = first.page.getByText('Créer votre espace · Campus du Vallon')
  await waiting.waitFor()
  await first.page.goto(house.url + path)
  expect(await first.page.getByLabel('Nom de l’espace').inputValue()).toBe('Campus du Vallon')
  await first.page.getByRole('button', { name: 'Réseau', pressed: true }).waitFor()
  // The last key is the one a kill may take.
  expect(await first.page.getByLabel('Votre nom').inputValue()).toMatch(/^Inès Moreau?$/)
  await first.page.getByLabel('Votre nom').fill('Inès Moreau')
  await first.page.getByRole('button', { name: 'Utiliser cet appareil' }).tap()
  await first.page.getByRole('heading', { name: 'Campus du Vallon' }).waitFor()
  await first.page.getByRole('link', { name: 'Accueil' }).tap()
  await first.page.getByText(/^Tout est envoyé/).waitFor()
  expect(await waiting.count()).toBe(0)
})

test('an invitation that is used leaves the page of the space without a touch', async () => {
  const { page } = first
  await page.goto(`${house.url}/equipe`)
  await page.getByRole('button', { name: 'Inviter un collègue' }).tap()
  await page.getByLabel('Son nom, si vous voulez').fill('Hugo Lambert')
  await page.getByRole('button', { name: 'Créer l’invitation' }).tap()
  const code = await page.getByRole('status', { name: 'Code' }).innerText()
  await page.getByRole('button', { name: 'Fermer' }).tap()
  const invitation = page.getByRole('button', { name: 'Retirer l’invitation\u00a0: Hugo Lambert' })
  await invitation.waitFor()
  colleague = await joinSpace(house, code)
  await invitation.waitFor({ state: 'detached' })
  await page.getByRole('listitem').filter({ hasText: 'Hugo Lambert' }).waitFor()
})
