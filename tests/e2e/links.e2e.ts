import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCampus } from '../../src/server/entry/set-up.ts'
import { openKeeping } from '../../src/server/open-keeping.ts'
import { add, names } from './hands.ts'
import { type Phone, takePhone } from './phone.ts'
import { storedIn } from './stored.ts'
import { allSent, foundSpace, type House, inviteFrom, joinSpace, startHouse } from './team.ts'

/** Notes each connection the page opens, to a database or to hear of news, so that a test can ask which are left. */
const watchConnections = `
  const opened = (globalThis.opened = { databases: [], sources: [] })
  const open = IDBFactory.prototype.open
  IDBFactory.prototype.open = function (...asked) {
    const request = open.apply(this, asked)
    request.addEventListener('success', () => opened.databases.push(request.result))
    return request
  }
  const Source = EventSource
  globalThis.EventSource = class extends Source {
    constructor(url) {
      super(url)
      opened.sources.push(this)
    }
  }`
type Opened = { opened: { databases: IDBDatabase[]; sources: EventSource[] } }
/** The names of the app's databases that are open in this page, and the addresses it hears. */
const openIn = ({ page }: Phone) =>
  page.evaluate(() => {
    const { databases, sources } = (globalThis as unknown as Opened).opened
    const isOpen = (db: IDBDatabase) => {
      try {
        return db.transaction('meta') !== undefined
      } catch {
        return false
      }
    }
    return {
      databases: [...new Set(databases.filter(isOpen).map(({ name }) => name))],
      heard: sources.filter(({ readyState }) => readyState < 2).map(({ url }) => new URL(url).pathname),
    }
  })

let house: House
let a: Phone
let c: Phone
beforeAll(async () => {
  house = await startHouse()
  a = await foundSpace(house, 'Inès Moreau')
  c = await takePhone(house.url, { init: watchConnections })
})
afterAll(async () => {
  await Promise.all([a, c].map((phone) => phone?.discard()))
  await house.discard()
})

/** What whoever hosts it does to make another space; `ago`: how long ago, in ms. */
const anotherSpace = async (name: string, ago = 0): Promise<string> => {
  const { ledger } = await openKeeping({ dataDir: house.dataDir })
  try {
    const maker = { ledger, publicUrl: house.url, now: Date.now() - ago }
    return (await createCampus(maker, name, 'network')).link.link
  } finally {
    await ledger.close()
  }
}
const day = 86_400_000
const codeField = () => c.page.getByLabel('Code de 10 caractères')
const says = async (words: RegExp) => {
  await c.page.getByText(words).waitFor()
  await codeField().waitFor()
}

test('a link that was used, is past its term or is mangled says so, and asks for another code', async () => {
  await c.page.goto(house.url + (await house.setUpPath()))
  await says(/a déjà servi sur un autre appareil\. Demandez-en un nouveau/)
  await c.page.goto(await anotherSpace('Réseau des Dunes', 8 * day))
  await says(/n’est plus valable\. Demandez-en un nouveau/)
  await c.page.goto(`${house.url}/entrer#${'x'.repeat(43)}`)
  await says(/n’est pas reconnu.*Vérifiez chaque signe, ou demandez-en un nouveau/)
  // What is asked for is what helps: a code that holds.
  const code = await inviteFrom(a, 'Hugo Lambert')
  await codeField().fill(code)
  await c.page.getByRole('button', { name: 'Continuer' }).tap()
  await c.page.getByRole('heading', { name: 'Rejoindre Campus du Vallon' }).waitFor()
  await c.page.getByRole('button', { name: 'Utiliser cet appareil' }).tap()
  await c.page.getByText('Votre espace est Campus du Vallon.').waitFor()
})

test('a code typed twice says that it has served', async () => {
  const code = await inviteFrom(a, 'Karim Colin')
  const d = await joinSpace(house, code)
  await d.discard()
  await c.page.goto(`${house.url}/entrer`)
  await codeField().fill(code)
  await c.page.getByRole('button', { name: 'Continuer' }).tap()
  await says(/a déjà servi sur un autre appareil/)
  await c.page.goto(house.url)
})

test('a link to another space opens another database, and leaves the first as it is', async () => {
  await add(c, 'Fatou Marchand')
  await allSent(c)
  const first = await storedIn(c.page)
  const [formerly] = (await openIn(c)).databases
  await c.page.goto(await anotherSpace('Réseau de la Mer'))
  await c.page.getByText(/Cet appareil est déjà dans Campus du Vallon\. Le nouvel espace s’ouvre à côté/).waitFor()
  await c.page.getByLabel('Votre nom').fill('Hugo Lambert')
  await c.page.getByRole('button', { name: 'Utiliser cet appareil' }).tap()
  await c.page.waitForURL(({ pathname }) => pathname !== '/entrer')
  await c.page.getByRole('link', { name: 'Accueil' }).tap()
  await allSent(c)
  const second = await storedIn(c.page)
  expect([second.people, second.outbox]).toEqual([[], []])

  // Nothing is sent from the one that was left, or heard for it, and its database is closed.
  await expect.poll(async () => (await openIn(c)).databases).toHaveLength(1)
  const { databases, heard } = await openIn(c)
  expect(databases).not.toContain(formerly)
  const campus = second.meta?.find(({ key }) => key === 'enrolment')?.campus
  expect(heard).toEqual([`/api/c/${campus}/events`])

  await c.page.goto(`${house.url}/equipe`)
  await c.page.getByRole('button', { name: /Campus du Vallon/ }).tap()
  await expect.poll(() => names(c)).toEqual(['Fatou Marchand'])
  const back = await storedIn(c.page)
  expect([back.people, back.outbox, back.drafts]).toEqual([first.people, first.outbox, []])
})
