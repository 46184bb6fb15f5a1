import { afterEach, beforeEach, expect, test } from 'vitest'
import { add, edit, home, names, online, open } from './hands.ts'
import { installedOffline, type Phone, takePhone } from './phone.ts'
import { brokenPromises, storedIn } from './stored.ts'
import { allSent, type House, inviteFrom, joinSpace, startTeam, stateLine } from './team.ts'

let house: House
let a: Phone
let b: Phone
beforeEach(async () => {
  ;({ house, a, b } = await startTeam())
})
afterEach(async () => {
  await Promise.all([a, b].map((phone) => phone?.discard()))
  await house.discard()
})

const five = ['Amel Bensaïd', 'Bruno Girard', 'Chloé Perrin', 'Damien Aubry', 'Élodie Colin']

test('what A noted offline is on B exactly once, whatever is killed, and A’s state line is never wrong', async () => {
  await installedOffline(a)
  await house.kill()
  for (const name of five.slice(0, 3)) await add(a, name)
  await home(a)
  await stateLine(a)
    .getByText(/^3\s+saisies à envoyer/)
    .waitFor()
  await a.kill()
  a = await a.relaunch()
  for (const name of five.slice(3)) await add(a, name)
  await home(a)
  await stateLine(a)
    .getByText(/^5\s+saisies à envoyer/)
    .waitFor()

  // The network is back, and the server dies between its commit and its reply.
  await house.start({ MAILLAGE_FAILPOINT: 'after-commit:1' })
  await online(a)
  await expect
    .poll(
      () =>
        fetch(`${house.url}/api/health`).then(
          () => 'there',
          () => 'gone',
        ),
      { timeout: 60_000 },
    )
    .toBe('gone')
  expect(await stateLine(a).innerText()).toMatch(/^5\s+saisies à envoyer/)

  await house.start()
  for (const phone of [a, b]) await online(phone)
  await allSent(a)
  await expect.poll(() => names(b), { timeout: 60_000 }).toEqual(five)
  const [onA, onB] = [await storedIn(a.page), await storedIn(b.page)]
  expect(brokenPromises(onA)).toEqual([])
  expect(onB.people?.map(({ id }) => id).sort()).toEqual(onA.people?.map(({ id }) => id).sort())
})

test('what was noted before entering a space is sent to it, under its author', async () => {
  const c = await takePhone(house.url)
  try {
    await add(c, 'Gaëlle Perrin')
    await joinSpace(house, await inviteFrom(a, 'Karim Colin'), c)
    await expect.poll(() => names(a), { timeout: 60_000 }).toEqual(['Gaëlle Perrin'])
    const { people, members } = await storedIn(a.page)
    expect(members?.find(({ id }) => id === people?.[0]?.createdBy)?.name).toBe('Karim Colin')
  } finally {
    await c.discard()
  }
})

test('what a colleague notes comes by itself, and is told as new', async () => {
  await add(a, 'Fatou Marchand')
  await expect.poll(() => names(b), { timeout: 15_000 }).toEqual(['Fatou Marchand'])
  await home(b)
  await b.page.getByRole('heading', { name: /^Nouveau depuis hier/ }).waitFor()
  await b.page.getByRole('main').getByText('Inès Moreau').first().waitFor()
})

const comeOnline = async () => {
  await house.start()
  for (const phone of [a, b]) {
    await online(phone)
    await home(phone)
    await allSent(phone)
  }
}

test('two who edit different fields of one person apart: both survive; the same field: both versions, swapped offline, settled everywhere, none lost', async () => {
  await a.page.getByRole('button', { name: 'Ajouter' }).tap()
  await a.page.getByLabel('Téléphone ou e-mail').fill('06 39 98 12 34')
  await a.page.getByLabel('Nom', { exact: true }).fill('Fatou Marchand')
  await a.page.getByRole('button', { name: 'Enregistrer', exact: true }).tap()
  await expect.poll(() => names(b), { timeout: 15_000 }).toEqual(['Fatou Marchand'])
  for (const phone of [a, b]) {
    await open(phone, 'Fatou Marchand')
    await installedOffline(phone)
  }
  await house.kill()
  await edit(a, 'Mobile', '06 39 98 00 01')
  await edit(b, 'Nom', 'Fatou Marchand-Colin')
  await comeOnline()
  for (const phone of [a, b]) {
    await open(phone, 'Fatou Marchand-Colin')
    await phone.page.getByText('06 39 98 00 01').first().waitFor()
  }

  await house.kill()
  await edit(a, 'Mobile', '06 39 98 00 02')
  await edit(b, 'Mobile', '06 39 98 00 03')
  await comeOnline()
  for (const phone of [a, b]) {
    await open(phone, 'Fatou Marchand-Colin')
    await phone.page.getByText('Deux versions', { exact: true }).waitFor()
    for (const shown of ['06 39 98 00 02', '06 39 98 00 03']) await phone.page.getByText(shown).first().waitFor()
  }

  await house.kill()
  await a.page.getByRole('button', { name: 'Prendre celle-ci : Mobile' }).tap()
  await a.page.getByText('Deux versions', { exact: true }).waitFor({ state: 'detached' })
  await comeOnline()
  const kept = (await storedIn(a.page)).people?.[0]
  expect(kept).toMatchObject({ name: 'Fatou Marchand-Colin', mobile: '+262639980002' })
  await open(b, 'Fatou Marchand-Colin')
  await b.page.getByText('Deux versions', { exact: true }).waitFor({ state: 'detached' })
  expect((await storedIn(b.page)).people?.[0]).toMatchObject({ mobile: kept?.mobile })

  await b.page.getByRole('button', { name: /^Mobile/ }).tap()
  await b.page.getByRole('button', { name: 'Valeurs passées' }).tap()
  const past = b.page.getByRole('dialog', { name: /^Mobile/ }).getByRole('listitem')
  await past.first().waitFor()
  const texts = (await past.allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))
  expect(texts[0]).toMatch(/^06 39 98 00 02 Inès Moreau .* Valeur actuelle$/)
  // Which of the two that were noted apart came first, chance decides.
  expect(texts.map((text) => text.split(' · ')[0]).sort()).toEqual([
    '06 39 98 00 01 Inès Moreau',
    '06 39 98 00 02 Inès Moreau',
    '06 39 98 00 02 Inès Moreau',
    '06 39 98 00 03 Vous',
    '06 39 98 12 34 Inès Moreau',
  ])
})
