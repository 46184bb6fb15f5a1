import type { Page } from 'playwright'
import { agenda } from '../../src/i18n/fr/agenda.ts'
import { app } from '../../src/i18n/fr/app.ts'
import { contacts } from '../../src/i18n/fr/contacts.ts'
import { event } from '../../src/i18n/fr/event.ts'
import { home } from '../../src/i18n/fr/home.ts'
import { news } from '../../src/i18n/fr/news.ts'
import { online } from '../../src/i18n/fr/online.ts'
import { record } from '../../src/i18n/fr/record.ts'
import { teamwork } from '../../src/i18n/fr/teamwork.ts'
import { twins } from '../../src/i18n/fr/twins.ts'
import { versions } from '../../src/i18n/fr/versions.ts'
import { type Language, loadTranslation, speak } from '../../src/i18n/language.ts'
import { tellOfColleagues } from './colleagues.ts'

type Seen = (screen: string) => Promise<void>

/** Goes where a link of the app would, without loading the page again. */
export const follow = async (page: Page, path: string): Promise<void> => {
  await page.evaluate((href) => {
    const link = Object.assign(document.createElement('a'), { href })
    document.body.append(link)
    link.click()
    link.remove()
  }, path)
  await page.waitForFunction((href) => location.pathname + location.search === href, path)
  await page.locator('main h1').last().waitFor()
}

/** Words as the person sees them, whichever the language. */
export const wordsIn = async (language: Language) => speak(language, await loadTranslation(language)).words

const first = (page: Page, path: string) => page.locator(`main a[href^="${path}"]:not([href*="/new"]):visible`).first()

/** Opens the first record of a list. */
const openFirst = async (page: Page, list: string, path: string) => {
  await follow(page, list)
  const href = await first(page, path).getAttribute('href')
  await follow(page, href ?? '')
  await page.getByRole('main').getByRole('heading', { level: 2 }).first().waitFor()
}

const fillWithExamples = async (page: Page, language: Language) => {
  const words = await wordsIn(language)
  await page.getByRole('button', { name: words(home).tryExamples }).click()
  await page.getByRole('heading', { name: words(home).last }).waitFor()
}

const otherPlaces = '/doublons /demande /pilotage /corbeille /reglages /equipe /entrer /installer /nulle-part'.split(
  ' ',
)

/** Every screen there is, the first with an empty notebook and the others with the examples. */
export const everyScreen = async (page: Page, language: Language, seen: Seen): Promise<void> => {
  const words = await wordsIn(language)
  await page.getByRole('button', { name: words(home).tryExamples }).waitFor()
  await seen('Accueil, empty')
  for (const [path, name] of [
    ['/contacts/people', 'Contacts, empty'],
    ['/agenda', 'Agenda, empty'],
    ['/pilotage', 'Pilotage, empty'],
    ['/corbeille', 'Corbeille, empty'],
    ['/entrer', 'a code to type'],
    ['/equipe', 'no space yet'],
  ] as const) {
    await follow(page, path)
    await seen(name)
  }
  await follow(page, '/')
  await fillWithExamples(page, language)
  await seen('Accueil')
  await page
    .getByRole('button', { name: words(event).choose })
    .first()
    .click()
  await page.getByRole('link', { name: words(home).closeEvent }).waitFor()
  await seen('Accueil, event in course')
  await sheets(page, language, seen)
  await lists(page, language, seen)
  await records(page, language, seen)
  await forms(page, seen)
  for (const path of otherPlaces) await follow(page, path).then(() => seen(path))
  await team(page, language, seen)
}

/** What colleagues bring: requests, news, two versions, twins and what was put together. */
const team = async (page: Page, language: Language, seen: Seen) => {
  const words = await wordsIn(language)
  const { double, twin } = await tellOfColleagues(page)
  await page.goto(new URL('/', page.url()).href)
  await page.getByRole('heading', { name: words(news).sinceYesterday }).waitFor()
  await page.getByRole('tab', { name: words(teamwork).team }).click()
  await page
    .getByRole('button', { name: new RegExp(`^${words(teamwork).handOver}`) })
    .first()
    .click()
  await seen('Accueil of a team')
  await follow(page, `/contacts/organisations/${double}`)
  await page.getByText(words(versions).toSettle).waitFor()
  await page.getByRole('heading', { name: words(teamwork).inContact }).waitFor()
  await seen('a record with two versions')
  await page.locator('#row-town').click()
  await page.getByRole('button', { name: words(versions).history }).click()
  await page.getByRole('button', { name: words(online).retry }).waitFor()
  await seen('past values, offline sheet')
  await closeSheet(page)
  await follow(page, `/doublons/organisations/${double}/${twin}`)
  await page.getByRole('button', { name: words(twins).notSame }).waitFor()
  await seen('twins side by side')
  await page.getByRole('button', { name: words(twins).merge, exact: true }).click()
  await page.getByRole('button', { name: words(twins).separate }).waitFor()
  await seen('a record put together')
  await follow(page, '/contacts/people?mark=new')
  await first(page, '/contacts/people/').waitFor()
  await seen('what is new in a list')
}

/** Leaves a sheet, and the place it takes in the history with it. */
const closeSheet = async (page: Page) => {
  await page.keyboard.press('Escape')
  await page.waitForFunction(() => !document.querySelector('dialog[open]') && history.state !== 'sheet')
}

const sheets = async (page: Page, language: Language, seen: Seen) => {
  const words = await wordsIn(language)
  await page.getByRole('button', { name: words(app).add, exact: true }).click()
  await page.locator('#capture-name').waitFor()
  await seen('capture sheet')
  await closeSheet(page)
  await page.getByRole('button', { name: new RegExp(`^${words(event).count}`) }).click()
  await page.getByRole('heading', { name: words(event).countTitle }).waitFor()
  await page.locator('dialog[open] button').nth(3).waitFor()
  await seen('counter sheet')
  await closeSheet(page)
}

const lists = async (page: Page, language: Language, seen: Seen) => {
  const words = await wordsIn(language)
  for (const table of ['organisations', 'exchanges', 'people']) {
    await follow(page, `/contacts/${table}`)
    await first(page, `/contacts/${table}/`).waitFor()
    await seen(`Contacts, ${table}`)
  }
  const search = page.getByRole('searchbox', { name: words(contacts).search })
  await search.fill('ma')
  await page.getByRole('main').getByRole('listitem').first().waitFor()
  await seen('search with an answer')
  await search.fill('xqzw')
  await page.getByText(words(contacts).none('xqzw')).waitFor()
  await seen('search without an answer')
  await search.fill('')
  await page.getByRole('button', { name: words(contacts).filters }).click()
  await page
    .getByRole('group', { name: words(contacts).filters })
    .getByRole('combobox')
    .first()
    .waitFor()
  await seen('filters')
  await page.getByRole('button', { name: words(contacts).filters }).click()
  await follow(page, '/agenda')
  await first(page, '/agenda/').waitFor()
  await seen('Agenda')
  await page.getByRole('link', { name: words(agenda).past }).click()
  await page.getByRole('heading', { name: words(agenda).past }).waitFor()
  await seen('past days')
}

const records = async (page: Page, language: Language, seen: Seen) => {
  const words = await wordsIn(language)
  await openFirst(page, '/contacts/people', '/contacts/people/')
  await seen('a person')
  await page.locator('#row-name').click()
  await page
    .locator('main form')
    .getByRole('button', { name: words(app).save })
    .waitFor()
  await seen('a field being edited')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: words(record).complete }).click()
  await page.locator('main form').waitFor()
  await seen('a record being completed')
  await openFirst(page, '/contacts/organisations', '/contacts/organisations/')
  await seen('a structure')
  await openFirst(page, '/contacts/exchanges', '/contacts/exchanges/')
  await seen('an exchange')
  await openFirst(page, '/agenda', '/agenda/tasks/')
  await seen('a task')
  await openFirst(page, '/agenda', '/agenda/events/')
  await seen('an event')
  await follow(page, '/')
  await page.getByRole('link', { name: words(home).closeEvent }).click()
  await page.locator('#close-attendance').waitFor()
  await seen('closing an event')
}

const forms = async (page: Page, seen: Seen) => {
  for (const path of [
    '/contacts/people/new',
    '/contacts/organisations/new',
    '/contacts/exchanges/new',
    '/agenda/events/new',
    '/agenda/tasks/new',
  ]) {
    await follow(page, path)
    await page.locator('main form').waitFor()
    await seen(path)
  }
}
