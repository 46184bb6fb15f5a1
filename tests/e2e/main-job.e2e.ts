import { afterEach, beforeEach, expect, test } from 'vitest'
import { type RunningServer, startServer } from './app-server.ts'
import { installedOffline, type Phone, sheetLeft, takePhone } from './phone.ts'

let server: RunningServer
let phone: Phone
beforeEach(async () => {
  server = await startServer()
  phone = await takePhone(server.url)
})
afterEach(async () => {
  await phone.discard()
  await server.kill()
})

const { add, note, save, people } = {
  add: () => phone.page.getByRole('button', { name: 'Ajouter' }).tap(),
  note: (field: string, text: string) => phone.page.getByLabel(field, { exact: true }).fill(text),
  save: async () => {
    await phone.page.getByRole('button', { name: 'Enregistrer', exact: true }).tap()
    await phone.page.getByText('Enregistré sur ce téléphone', { exact: true }).waitFor()
    await sheetLeft(phone.page)
  },
  people: async () => {
    await phone.page.getByRole('link', { name: 'Contacts' }).tap()
    await phone.page.getByRole('tab', { name: 'Personnes', selected: true }).waitFor()
    await phone.page.getByRole('main').getByRole('listitem').first().waitFor()
    return phone.page.getByRole('main').getByRole('listitem').allInnerTexts()
  },
}

test('what was noted is there after the server is dead, the page reloaded and the browser killed', async () => {
  await installedOffline(phone)
  await add()
  await note('Nom', 'Zoé Lévêque')
  await note('Structure', 'Garage des Tilleuls')
  await save()
  await server.kill()
  await phone.page.reload()
  await add()
  await note('Nom', 'Amel Bensaïd')
  await note('Téléphone ou e-mail', '06 39 98 12 34')
  await save()
  await phone.kill()
  phone = await phone.relaunch()
  const listed = await people()
  expect(listed).toHaveLength(2)
  expect(listed.join()).toContain('Zoé Lévêque\nGarage des Tilleuls')
  await phone.page.getByRole('link', { name: 'Amel Bensaïd' }).tap()
  await phone.page.getByText('06 39 98 12 34').first().waitFor()
})

test('a contact takes ten seconds: taps and keys are counted', async () => {
  const cost = { taps: 0, keys: 0 }
  const tap = async (name: string) => {
    await phone.page.getByRole('button', { name, exact: true }).tap()
    cost.taps += 1
  }
  const type = async (text: string) => {
    await phone.page.keyboard.type(text)
    cost.keys += text.length
  }
  const seconds = () => cost.taps * 1.1 + cost.keys * 0.28
  const finish = async () => {
    await tap('PFMP, stage')
    await tap('Apprentissage')
    await tap('À rappeler dans 7 jours')
    await tap('Enregistrer')
    await phone.page.getByText('Enregistré sur ce téléphone', { exact: true }).waitFor()
  }
  await tap('Ajouter')
  await type('Inès Moreau.')
  await finish()
  expect(cost).toEqual({ taps: 5, keys: 12 })
  expect(seconds()).toBeLessThanOrEqual(10)

  Object.assign(cost, { taps: 0, keys: 0 })
  await tap('Ajouter')
  await type('Hugo Lambert')
  await phone.page.getByLabel('Téléphone ou e-mail').tap()
  cost.taps += 1
  await type('0639981234')
  await finish()
  expect(cost).toEqual({ taps: 6, keys: 22 })
  expect(seconds()).toBeLessThanOrEqual(13)
  expect(await people()).toHaveLength(2)
})

test('the sheet is open and its name field focused within the tap itself', async () => {
  await phone.page.getByRole('button', { name: 'Ajouter' }).waitFor()
  const focused = await phone.page.evaluate(() => {
    document.querySelector<HTMLButtonElement>('button[aria-label="Ajouter"]')?.click()
    return document.activeElement?.id
  })
  expect(focused).toBe('capture-name')
})

test('a form killed while one types comes back as a draft, and several may wait', async () => {
  for (const name of ['Première personne', 'Deuxième personne']) {
    await add()
    await phone.page.keyboard.type(name, { delay: 80 })
    // The last key may still be on its way to the disk.
    await phone.page.waitForTimeout(300)
    await phone.kill()
    phone = await phone.relaunch()
  }
  await phone.page.getByRole('heading', { name: 'Brouillons (2)' }).waitFor()
  await phone.page.getByRole('button', { name: 'Reprendre' }).first().tap()
  await expect.poll(() => phone.page.getByLabel('Nom', { exact: true }).inputValue()).toBe('Deuxième personne')
  await save()
  await phone.page.getByRole('heading', { name: 'Brouillons (1)' }).waitFor()
  expect(await people()).toHaveLength(1)
})

test('a tap outside or a pull on its head closes the sheet and keeps the draft', async () => {
  await add()
  await phone.page.keyboard.type('Tirée vers le bas')
  const head = await phone.page.getByRole('heading', { name: 'Nouveau contact' }).boundingBox()
  const cdp = await phone.context.newCDPSession(phone.page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y: number) =>
    cdp.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x: 100, y: (head?.y ?? 0) + y }],
    })
  await touch('touchStart', 5)
  await touch('touchMove', 60)
  await touch('touchMove', 120)
  await touch('touchEnd', 120)
  await phone.page.getByText('Brouillon gardé').waitFor()
  await add()
  await phone.page.keyboard.type('À côté')
  await phone.page.touchscreen.tap(200, 4)
  await phone.page.getByRole('heading', { name: 'Brouillons (2)' }).waitFor()
})

test('closing by the back gesture keeps the draft and says so', async () => {
  await add()
  await phone.page.keyboard.type('Sans doute')
  await phone.page.goBack()
  await phone.page.getByText('Brouillon gardé').waitFor()
  await phone.page.getByRole('button', { name: 'Reprendre' }).last().tap()
  await expect.poll(() => phone.page.getByLabel('Nom', { exact: true }).inputValue()).toBe('Sans doute')
})

test('« Enregistrer, puis suivant » keeps the interests, not the reminder, and gives the name field back', async () => {
  await add()
  await note('Nom', 'Un')
  await phone.page.getByRole('button', { name: 'Apprentissage' }).tap()
  await phone.page.getByRole('button', { name: 'À rappeler dans 7 jours' }).tap()
  await phone.page.getByRole('button', { name: 'Enregistrer, puis suivant' }).tap()
  await expect.poll(() => phone.page.getByLabel('Nom', { exact: true }).inputValue()).toBe('')
  expect(await phone.page.evaluate(() => document.activeElement?.id)).toBe('capture-name')
  expect(await phone.page.getByRole('button', { name: 'Apprentissage' }).getAttribute('aria-pressed')).toBe('true')
  const reminder = phone.page.getByRole('button', { name: 'À rappeler dans 7 jours' })
  expect(await reminder.getAttribute('aria-pressed')).toBe('false')
  await phone.page.keyboard.type('Deux')
  await save()
  expect(await people()).toHaveLength(2)
})

test('a number noted in haste is a contact too, and the next key of the phone does not save', async () => {
  await add()
  await phone.page.keyboard.press('Enter')
  expect(await phone.page.evaluate(() => document.activeElement?.id)).toBe('capture-organisation')
  await note('Téléphone ou e-mail', '06 39 98 12 34')
  await save()
  expect((await people()).join()).toContain('06 39 98 12 34')
})

test('the act can be taken back in one tap', async () => {
  await add()
  await note('Nom', 'Passage éclair')
  await save()
  await phone.page.getByRole('button', { name: 'Annuler' }).last().tap()
  await phone.page.getByText('Annulé').waitFor()
  await phone.page.getByRole('link', { name: 'Contacts' }).tap()
  await phone.page.getByText('Personnes : rien encore.').waitFor()
})

test('a known structure is offered while one types, and one tap ties the person to it', async () => {
  for (const name of ['Première', 'Seconde']) {
    await add()
    await note('Nom', name)
    await phone.page
      .getByLabel('Structure', { exact: true })
      .fill(name === 'Première' ? 'Établissements Dupont' : 'etabl')
    if (name === 'Seconde') await phone.page.getByRole('button', { name: /Établissements Dupont/ }).tap()
    await save()
  }
  await phone.page.getByRole('link', { name: 'Contacts' }).tap()
  await phone.page.getByRole('tab', { name: 'Structures' }).tap()
  await phone.page.getByText('1 fiche', { exact: true }).waitFor()
})

test.each([
  ['markup', '<img src=x onerror=alert(1)><b>Gras</b>'],
  ['direction tricks', 'Salon \u202Egnihton\u202C \u2066x\u2069'],
  ['emoji', '👩🏽‍🏭 Atelier 🛠️ 𝕏'],
  ['five thousand characters', 'é'.repeat(5_000)],
])('a name with %s is shown as text and breaks nothing', async (_, name) => {
  phone.page.on('dialog', () => expect.unreachable('a script ran'))
  await add()
  await note('Nom', name)
  await save()
  await people()
  const title = phone.page.getByRole('main').getByRole('listitem').locator('bdi')
  expect(await title.textContent()).toBe(name)
  const width = await phone.page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)
})
