import type { Browser } from './browser.ts'
import { elementKey, isPassing } from './webdriver.ts'

/** What a person does in any engine, by the roles and accessible names that engine itself computes. */

const elements = {
  button: 'button, [role=button]',
  link: 'a[href]',
  tab: '[role=tab]',
  field: 'input, textarea',
  status: '[role=status], output',
}
type Role = keyof typeof elements

const patience = 20_000
/** Tries until it is done; `what` names it if it never is. */
const until = async <T>(browser: Browser, what: string, act: () => Promise<T | undefined>): Promise<T> => {
  const end = Date.now() + patience
  let why: unknown
  while (Date.now() < end) {
    try {
      const done = await act()
      if (done !== undefined) return done
    } catch (error) {
      if (!isPassing(error)) throw error
      why = error
    }
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error(`Not within ${patience / 1_000} s: ${what} (${why ?? 'it is not there'})\n${await shown(browser)}`)
}

/** What a script of the page gives; nothing travels as null. */
export const run = async <T>({ drive }: Browser, script: string): Promise<T> =>
  ((await drive('run', { script, args: [] })) ?? undefined) as T
/** All the words of the page; a space of whatever kind is a space. */
export const shown = (browser: Browser): Promise<string> =>
  run(browser, String.raw`return document.body.innerText.replace(/[\u00a0\u202f]/g, ' ')`)

type Name = string | RegExp
const answers = (text: string, name: Name) => (typeof name === 'string' ? text === name : name.test(text))

const find = async ({ drive }: Browser, css: string): Promise<string[]> => {
  const found = (await drive('find', { using: 'css selector', value: css })) as Record<string, string>[]
  return found.map((element) => element[elementKey] as string)
}
/** The last such element that is to be seen: what opened last lies on top. */
const findNamed = async (browser: Browser, role: Role, name: Name): Promise<string | undefined> => {
  for (const id of (await find(browser, elements[role])).reverse()) {
    const label = (await browser.drive('label', { id })) as string
    if (answers(label, name) && (await browser.drive('isDisplayed', { id }))) return id
  }
  return undefined
}
const onNamed = <T>(browser: Browser, role: Role, name: Name, act: (id: string) => Promise<T>): Promise<T> =>
  until(browser, `${role} ${name}`, async () => {
    const id = await findNamed(browser, role, name)
    return id === undefined ? undefined : act(id)
  })

export const tap = (browser: Browser, role: Role, name: Name) =>
  onNamed(browser, role, name, (id) => browser.drive('click', { id }))
export const fill = (browser: Browser, name: Name, text: string) =>
  onNamed(browser, 'field', name, async (id) => {
    await browser.drive('clear', { id })
    return browser.drive('type', { id, text })
  })
export const textOf = (browser: Browser, role: Role, name: Name) =>
  onNamed(browser, role, name, (id) => browser.drive('text', { id }) as Promise<string>)
export const see = (browser: Browser, words: RegExp) =>
  until(browser, String(words), async () => words.test(await shown(browser)) || undefined)

/** Loads an address, in the page's own time. */
export const open = ({ drive }: Browser, url: string) => drive('open', { url })

/** Notes a contact on the sheet. */
export const note = async (browser: Browser, name: string, given: Readonly<Record<string, string>> = {}) => {
  await tap(browser, 'button', 'Ajouter')
  for (const [label, text] of Object.entries({ Nom: name, ...given })) await fill(browser, label, text)
  await tap(browser, 'button', 'Enregistrer')
  await see(browser, /^Enregistré sur ce téléphone$/m)
  await until(browser, 'the sheet left', () => run(browser, 'return history.state !== "sheet" || undefined'))
}

/** Waits until the list of people is these names. */
export const seeNames = async (browser: Browser, names: readonly string[]) => {
  await tap(browser, 'link', 'Contacts')
  await until(browser, `the list: ${names}`, async () => {
    // Asked for the text of a title that is cut to two lines, WebKit's driver takes it for hidden.
    const texts = await run<string[]>(
      browser,
      'return [...document.querySelectorAll("main li bdi")].map((one) => one.innerText)',
    )
    return texts.join() === names.join() || undefined
  })
}

/** Waits until the service worker holds this page and the whole app. */
export const installedOffline = (browser: Browser) =>
  until(browser, 'a service worker', () =>
    run(browser, 'return navigator.serviceWorker.controller?.state === "activated" || undefined'),
  )

/** Says yes to the page of a link, and waits until it is left. */
export const enter = async (browser: Browser) => {
  await tap(browser, 'button', 'Utiliser cet appareil')
  await until(browser, 'the way in is left', () => run(browser, 'return location.pathname !== "/entrer" || undefined'))
}

export const home = (browser: Browser) => tap(browser, 'link', 'Accueil')
/** Goes home, also where the app is on its way elsewhere, and waits until nothing is left to be sent. */
export const allSent = (browser: Browser) =>
  until(browser, 'all is sent', async () => {
    await home(browser)
    return /^Tout est envoyé/m.test(await shown(browser)) || undefined
  })
