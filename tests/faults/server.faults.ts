import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addFiles, madePdf } from '../e2e/files.ts'
import { add, home, open } from '../e2e/hands.ts'
import { type Phone, takePhone } from '../e2e/phone.ts'
import { allSent, foundSpace, type House, inviteFrom, startHouse, stateLine } from '../e2e/team.ts'
import { type Colleague, colleagueOf } from './board.ts'
import { emptied, waitingOn } from './emptied.ts'
import { type FaultProxy, startFaultProxy } from './proxy.ts'

const who = 'Amel Bensaïd'
let house: House
let proxy: FaultProxy
let phone: Phone
let colleague: Colleague
beforeAll(async () => {
  house = await startHouse()
  proxy = await startFaultProxy(house.url)
  phone = await foundSpace(house, 'Inès Moreau', await takePhone(proxy.url), proxy.url)
  colleague = await colleagueOf(phone, house.url)
  await add(phone, who)
  await home(phone)
  await allSent(phone)
})
beforeEach(async () => {
  proxy.heal()
  await house.kill()
  await house.start()
})
afterAll(async () => {
  await phone?.discard()
  proxy.end()
  await house.discard()
})

const isThere = () =>
  fetch(`${house.url}/api/health`).then(
    () => true,
    () => false,
  )
const died = () => expect.poll(isThere, { timeout: 60_000 }).toBe(false)
/** Started to die at this place; the phone is kept from it until then, and does `first` meanwhile. */
const dyingAt = async (place: string, first: () => Promise<unknown>) => {
  proxy.fault(({ reset }) => reset())
  await first()
  await house.kill()
  await house.start({ MAILLAGE_FAILPOINT: place })
  proxy.heal()
  await died()
}

test.for([
  ['before a commit', 'before-commit:1'],
  ['between a commit and its reply', 'after-commit:1'],
] as const)('a server killed %s', async ([where, place], context) => {
  const names = [1, 2].map((at) => `${where} ${at}`)
  const before = await colleague.rows()
  await dyingAt(place, () => add(phone, names[0] ?? ''))
  await add(phone, names[1] ?? '')
  expect(await waitingOn(phone)).toBeGreaterThan(0)
  await house.start()
  await emptied(context, phone)
  await colleague.hasOnce(names)
  expect(await colleague.rows()).toHaveLength(before.length + names.length)
})

test('a server killed in the middle of a page of news', async (context) => {
  const names = [1, 2, 3, 4, 5].map((at) => `Nouvelle ${at}`)
  await dyingAt('in-page:3', async () => {
    await colleague.notes(names)
    await add(phone, 'Pendant la page')
  })
  await house.start()
  await emptied(context, phone)
  await open(phone, 'Nouvelle 5')
  await colleague.hasOnce([...names, 'Pendant la page'])
})

test.for([
  ['in the middle of a chunk of a file', 'in-chunk:2'],
  ['between a chunk of a file and its reply', 'after-chunk:2'],
] as const)('a server killed %s', async ([where, place], context) => {
  await open(phone, who)
  const document = madePdf(400_000, `${where}.pdf`)
  await dyingAt(place, async () => {
    await addFiles(phone, 'Ajouter un document', document)
    await phone.page.getByText('Enregistré sur ce téléphone', { exact: true }).waitFor()
  })
  expect(await waitingOn(phone)).toBeGreaterThan(0)
  await house.start()
  await emptied(context, phone)
  const row = (await colleague.rows()).find(({ fields }) => fields.name === document.name)
  expect((await colleague.bytesOf(String(row?.fields.sha))).equals(document.buffer)).toBe(true)
})

test('a server killed while a device enters', async () => {
  const code = await inviteFrom(phone, 'Gaëlle Perrin')
  await house.kill()
  await house.start({ MAILLAGE_FAILPOINT: 'in-entering:1' })
  const newcomer = await takePhone(`${house.url}`, { path: '/entrer' })
  try {
    const { page } = newcomer
    await page.getByLabel('Code de 10 caractères').fill(code)
    await page.getByRole('button', { name: 'Continuer' }).tap()
    await page.getByRole('button', { name: 'Utiliser cet appareil' }).tap()
    await died()
    await page.getByText('Pas de réseau', { exact: false }).first().waitFor()
    await house.start()
    await page
      .getByRole('button', { name: 'Utiliser cet appareil' })
      .or(page.getByRole('button', { name: 'Réessayer' }))
      .first()
      .tap()
    await page.waitForURL(({ pathname }) => pathname !== '/entrer')
    const members = (await colleague.rows()).filter(({ table }) => table === 'members')
    expect(members.filter(({ fields }) => fields.name === 'Gaëlle Perrin')).toHaveLength(1)
  } finally {
    await newcomer.discard()
  }
})

test('a server whose disk is full takes nothing and says so; with room again all is taken', async (context) => {
  // A file may grow no more: to SQLite, that is a full disk.
  const room = (bytes: number | 'unlimited') =>
    execFileSync('prlimit', ['--pid', String(house.pid()), `--fsize=${bytes}:`])
  room(4_096)
  const names = ['Sans place 1', 'Sans place 2']
  for (const name of names) await add(phone, name)
  await phone.page.getByRole('link', { name: 'Accueil', exact: true }).tap()
  await stateLine(phone)
    .getByText(/2\s+saisies à envoyer/)
    .waitFor()
  await stateLine(phone)
    .getByText(/^Votre espace ne répond pas/)
    .waitFor()
  expect(await waitingOn(phone)).toBeGreaterThanOrEqual(2)
  room('unlimited')
  await emptied(context, phone)
  await colleague.hasOnce(names)
})
