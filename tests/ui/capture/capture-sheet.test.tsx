import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { speak } from '../../../src/i18n/language.ts'
import { eventOfTheDay } from '../../../src/store/event-of-the-day.ts'
import { listed } from '../../../src/store/read.ts'
import { openSearchIndex } from '../../../src/store/search-index.ts'
import type { Space } from '../../../src/store/space.ts'
import { birth, save } from '../../../src/store/write.ts'
import { App } from '../../../src/ui/app.tsx'
import { noActs, testSpace } from '../render-app.tsx'

const today = '2026-11-22'
const noon = () => new Date(`${today}T12:00:00`).getTime()
const inAWeek = 'À rappeler dans 7\u00a0jours'
/** Spaces that do not break are part of the words. */
const exactly = { normalizer: (text: string) => text }
const long = 'Maximilienne de La Rochefoucauld-Montmorency-Beaumanoir'

/** The whole app at Accueil, the sheet as ＋ opens it. */
const openApp = (space: Space) => {
  history.replaceState(null, '', '/')
  const given = { space, index: openSearchIndex(space), acts: noActs, speech: speak('fr'), problem: undefined }
  const nothing = () => {}
  const acts = {
    setLanguage: nothing,
    fail: nothing,
    startAfresh: nothing,
    enterExamples: nothing,
    leaveExamples: nothing,
  }
  render(<App {...given} {...acts} />)
}
const button = (name: string) => screen.getByRole('button', { name })
const press = (name: string) => fireEvent.click(button(name))
const openSheet = () => press('Ajouter')
const isSeen = (text: string) => screen.getByText(text).checkVisibility({ visibilityProperty: true })
const pressed = (name: string) => button(name).getAttribute('aria-pressed')
const type = (name: string) => fireEvent.input(screen.getByLabelText('Nom'), { target: { value: name } })
const nameField = () => screen.getByLabelText('Nom') as HTMLInputElement
const next = async (name: string) => {
  type(name)
  press('Enregistrer, puis suivant')
  return screen.findByText('Enregistré sur ce téléphone')
}
/** Where everything of the form is. */
const places = () =>
  [...document.querySelectorAll('dialog[open] :is(label, input, textarea, form button)')].map((one) => {
    const { top, left } = one.getBoundingClientRect()
    return [one.textContent, Math.round(top), Math.round(left)]
  })
const isAnimated = () => document.getAnimations().some(({ playState }) => playState === 'running')
const atRest = () => waitFor(() => expect(isAnimated()).toBe(false))

test('the next person begins without the reminder of the one before; what interests stays, says so, and goes by one tap', async () => {
  const space = await testSpace(noon)
  openApp(space)
  openSheet()
  press('Apprentissage')
  press(inAWeek)
  expect(isSeen('comme la personne d’avant')).toBe(false)
  await next('Ana')
  expect(pressed(inAWeek)).toBe('false')
  expect(pressed('Apprentissage')).toBe('true')
  expect(isSeen('comme la personne d’avant')).toBe(true)
  expect(document.activeElement).toBe(nameField())
  press('Vider')
  expect(pressed('Apprentissage')).toBe('false')
  expect(isSeen('comme la personne d’avant')).toBe(false)
  expect(document.activeElement).toBe(nameField())
  await next('Zoé')
  await waitFor(async () => expect(await listed(space, 'people')).toHaveLength(2))
  expect(await listed(space, 'tasks')).toHaveLength(1)
  expect(await listed(space, 'exchanges')).toHaveLength(1)
})

test('each group of chips has a heading that is seen', async () => {
  openApp(await testSpace(noon))
  openSheet()
  for (const heading of ['S’intéresse à', 'À rappeler dans']) {
    expect(isSeen(heading)).toBe(true)
    screen.getByRole('group', { name: heading })
  }
})

test('what was saved is said without moving the form, as it comes and as it goes', async () => {
  openApp(await testSpace(noon))
  openSheet()
  press('Apprentissage')
  await atRest()
  const before = places()
  await next(long)
  await atRest()
  expect(places()).toEqual(before)
  press('Vider')
  fireEvent.click(button(`Annuler ${long}`))
  await screen.findByText('Annulé')
  await atRest()
  press('Apprentissage')
  expect(places()).toEqual(before)
})

test('a way back names whom it removes, cut where the name is long, and the words beside it are whole', async () => {
  const space = await testSpace(noon)
  openApp(space)
  openSheet()
  const told = await next(long)
  const undo = button(`Annuler ${long}`)
  await atRest()
  for (const one of [told, undo]) {
    const { left, right, height } = one.getBoundingClientRect()
    expect([left > 0, right < innerWidth - 48, height < 49]).toEqual([true, true, true])
  }
  expect(undo.textContent).toBe('Annuler')
  const name = undo.parentElement?.querySelector('bdi')
  expect(name?.scrollWidth).toBeGreaterThan(name?.clientWidth ?? 0)
  fireEvent.click(undo)
  await screen.findByText('Annulé')
  expect(await listed(space, 'people')).toEqual([])
})

test('on another page the way back still says whom it removes', async () => {
  const space = await testSpace(noon)
  openApp(space)
  openSheet()
  type('Zoé Lévêque')
  press('Enregistrer')
  await screen.findByText('Enregistré sur ce téléphone')
  fireEvent.click(screen.getByRole('link', { name: 'Agenda' }))
  await screen.findByRole('heading', { name: 'Agenda', level: 1 })
  screen.getByText('Zoé Lévêque', { selector: 'bdi' })
  fireEvent.click(button('Annuler Zoé Lévêque'))
  await screen.findByText('Annulé')
  expect(await listed(space, 'people')).toEqual([])
})

/** Where everything of the form is on a day without any event. */
const placesWithoutOffer = async () => {
  openApp(await testSpace(noon))
  openSheet()
  await atRest()
  const found = places()
  cleanup()
  return found
}

test('an event of today is offered in the sheet, and one tap says that one is there: no field moves or loses the focus', async () => {
  const before = await placesWithoutOffer()
  const space = await testSpace(noon)
  const name = 'Salon des métiers et des formations des Hautes-Vallées'
  const salon = birth(space, 'events', { name, startsOn: today })
  await save(space, [salon])
  openApp(space)
  openSheet()
  await screen.findByText(`Aujourd’hui\u00a0: ${name}`, exactly)
  await atRest()
  expect(places()).toEqual(before)
  expect(document.activeElement).toBe(nameField())
  expect(await eventOfTheDay(space, today)).toBeUndefined()
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'J’y suis' }))
  await screen.findByRole('heading', { name: `Contact · ${name}` })
  expect((await eventOfTheDay(space, today))?.id).toBe(salon.row)
  await waitFor(() => expect(screen.queryByText(`Aujourd’hui\u00a0: ${name}`, exactly)).toBeNull())
  await atRest()
  expect(places()).toEqual(before)
  await next('Ana')
  expect((await listed(space, 'exchanges')).map(({ event }) => event)).toEqual([salon.row])
})

test('of several events the one of today that began last is offered, and no other', async () => {
  const space = await testSpace(noon)
  const days = {
    Forum: ['2026-11-20', today],
    Salon: [today, today],
    Hier: ['2026-11-21', '2026-11-21'],
    Demain: ['2026-11-23'],
  }
  const events = Object.entries(days).map(([name, [startsOn, endsOn]]) =>
    birth(space, 'events', { name, startsOn, endsOn }),
  )
  await save(space, events)
  openApp(space)
  openSheet()
  await screen.findByText('Aujourd’hui\u00a0: Salon', exactly)
  expect(screen.getAllByText(/^Aujourd’hui\s:/)).toHaveLength(1)
})
