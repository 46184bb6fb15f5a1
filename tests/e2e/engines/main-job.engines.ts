import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { add, names } from '../hands.ts'
import type { Phone } from '../phone.ts'
import { foundSpace, type House, joinSpace, linkFrom, startHouse } from '../team.ts'
import type { Browser } from './browser.ts'
import { startFirefox } from './firefox.ts'
import { allSent, enter, fill, home, installedOffline, note, open, see, seeNames, tap, textOf } from './hands.ts'
import { startWebKit } from './webkit.ts'

/** Comes back to the app as a person would, without a server: it is killed and opened again, or left and loaded again. */
const comeBack = async (browser: Browser): Promise<Browser> => {
  if (browser.relaunch) {
    const again = await browser.relaunch()
    await open(again, house.url)
    return again
  }
  await browser.drive('reload')
  await home(browser)
  await open(browser, 'about:blank')
  await open(browser, house.url)
  return browser
}

let house: House
let browser: Browser
let colleague: Phone | undefined

/** The first of a space, by the link that the server printed. */
const foundHere = async () => {
  await open(browser, house.url + (await house.setUpPath()))
  await fill(browser, 'Nom de l’espace', 'Campus du Vallon')
  await tap(browser, 'button', 'Campus')
  await fill(browser, 'Votre nom', 'Inès Moreau')
  await enter(browser)
  await allSent(browser)
}

describe.each([
  ['WebKit', startWebKit],
  ['Firefox', startFirefox],
])('in %s', (_, start) => {
  beforeEach(async () => {
    house = await startHouse()
    browser = await start()
  })
  afterEach(async () => {
    await colleague?.discard()
    colleague = undefined
    await browser?.discard()
    await house.discard()
  })

  test('a contact noted on the sheet is said to be kept, and is in the list', async () => {
    await open(browser, house.url)
    await note(browser, 'Zoé Lévêque', { Structure: 'Garage des Tilleuls', 'Téléphone ou e-mail': '06 39 98 12 34' })
    await seeNames(browser, ['Zoé Lévêque'])
    await see(browser, /^Garage des Tilleuls$/m)
    await tap(browser, 'link', /^Zoé Lévêque/)
    await see(browser, /06 39 98 12 34/)
  })

  test('with the server dead the app opens again, its list is there, and more is noted', async () => {
    await open(browser, house.url)
    await note(browser, 'Zoé Lévêque')
    await installedOffline(browser)
    await house.kill()
    browser = await comeBack(browser)
    await seeNames(browser, ['Zoé Lévêque'])
    await note(browser, 'Amel Bensaïd')
    await seeNames(browser, ['Amel Bensaïd', 'Zoé Lévêque'])
    browser = await comeBack(browser)
    await seeNames(browser, ['Amel Bensaïd', 'Zoé Lévêque'])
  })

  test('one who enters by the printed link and a colleague in Chromium whom they invite read what the other notes', async () => {
    await foundHere()
    await open(browser, `${house.url}/equipe`)
    await tap(browser, 'button', 'Inviter un collègue')
    await fill(browser, 'Son nom, si vous voulez', 'Hugo Lambert')
    await tap(browser, 'button', 'Créer l’invitation')
    const code = await textOf(browser, 'status', 'Code')
    await open(browser, house.url)
    colleague = await joinSpace(house, code)

    await note(browser, 'Amel Bensaïd')
    await expect.poll(() => names(colleague as Phone), { timeout: 30_000 }).toEqual(['Amel Bensaïd'])
    await add(colleague, 'Bruno Girard')
    await seeNames(browser, ['Amel Bensaïd', 'Bruno Girard'])
  })

  test('left for another page in the middle of an exchange, again and again, the app is there each time', async () => {
    await foundHere()
    const people = ['Amel Bensaïd', 'Bruno Girard', 'Chloé Perrin', 'David Roy', 'Emma Faure']
    for (const [at, name] of people.entries()) {
      await note(browser, name)
      for (const path of ['/equipe', '/contacts', '/agenda', '/']) {
        await new Promise((go) => setTimeout(go, at * 150))
        await open(browser, house.url + path)
        await see(browser, /^Contacts$/m)
      }
    }
    await allSent(browser)
    await seeNames(browser, people)
  })

  test('one who enters by an invitation link sends what was noted before, and what was noted without the server', async () => {
    await open(browser, house.url)
    await note(browser, 'Amel Bensaïd')
    colleague = await foundSpace(house, 'Inès Moreau')
    await open(browser, await linkFrom(colleague, 'Hugo Lambert'))
    await see(browser, /^Rejoindre Campus du Vallon$/m)
    await enter(browser)
    await allSent(browser)
    await expect.poll(() => names(colleague as Phone), { timeout: 30_000 }).toEqual(['Amel Bensaïd'])

    await installedOffline(browser)
    await house.kill()
    browser = await comeBack(browser)
    await note(browser, 'Chloé Perrin')
    await home(browser)
    await see(browser, /^1\s+saisie à envoyer/m)
    await house.start()
    await allSent(browser)
    await expect.poll(() => names(colleague as Phone), { timeout: 30_000 }).toEqual(['Amel Bensaïd', 'Chloé Perrin'])
  })
})
