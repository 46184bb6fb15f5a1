import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { clear, createStore } from 'idb-keyval'
import { afterEach, expect, test } from 'vitest'
import { notesOf } from '../../../src/store/device-notes.ts'
import { claim } from '../../../src/store/enrolled-spaces.ts'
import type { Space } from '../../../src/store/space.ts'
import { birth, save } from '../../../src/store/write.ts'
import type { Invitation } from '../../../src/ui/app/acts.ts'
import { EnterPage } from '../../../src/ui/pages/enter.tsx'
import { StateLine } from '../../../src/ui/sync/state-line.tsx'
import { campus, invited, open, server, shows, typeIn, use } from '../entry/at-the-door.tsx'
import { renderIn, testSpace } from '../render-app.tsx'

afterEach(async () => {
  sessionStorage.clear()
  localStorage.clear()
  await clear(createStore('maillage', 'spaces'))
})

const firstOfAll: Invitation = {
  kind: 'setUp',
  role: 'direction',
  expires: Date.now() + 3_600_000,
  code: 'AAAAA-22222',
}

const enrol = (space: Space) =>
  space.db
    .table('meta')
    .put({ key: 'enrolment', campus: 'c', name: 'Réseau Alpes', kind: 'network', role: 'member', at: '' })

test('the token leaves the address bar at once, a reload does not lose it, and looking is all that was asked', async () => {
  const { acts, looks, enters } = server(shows(invited))
  const { view } = await open(acts)
  await screen.findByRole('heading', { name: 'Rejoindre Campus du Bois' })
  expect(location.href).not.toContain('the-token')
  view.unmount()
  await open(acts, { path: '/entrer' })
  await screen.findByRole('heading', { name: 'Rejoindre Campus du Bois' })
  expect(looks).toEqual(['the-token', 'the-token'])
  expect(enters).toEqual([])
})

test('an invited colleague sees who invites, as what, and one’s own name, then goes home', async () => {
  const { acts, enters } = server(shows(invited))
  const { space } = await open(acts)
  await screen.findByText(/Camille Martin vous invite. Votre rôle.: Membre de l’équipe./)
  const name = screen.getByRole<HTMLInputElement>('textbox', { name: 'Votre nom' })
  expect(name.value).toBe('Léa Blanc')
  typeIn('Votre nom', ' Léa Blanc-Roux ')
  fireEvent.click(use())
  await waitFor(() => expect(enters).toEqual([['the-token', { name: 'Léa Blanc-Roux' }]]))
  await waitFor(() => expect(location.pathname).toBe('/'))
  expect(sessionStorage.length).toBe(0)
  expect((await notesOf(space)).myName).toBe('Léa Blanc-Roux')
})

test('the first of a space names it and says what it is; what is missing is told beside its field', async () => {
  const { acts, enters } = server(shows(firstOfAll))
  await open(acts)
  await screen.findByRole('heading', { name: 'Créer votre espace' })
  fireEvent.click(use())
  await waitFor(() => expect(screen.getAllByText('À remplir pour continuer.')).toHaveLength(2))
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Nom de l’espace' }))
  typeIn('Nom de l’espace', 'Campus du Bois')
  typeIn('Votre nom', 'Camille Martin')
  fireEvent.click(use())
  await screen.findByText('Choisissez ce qui convient.')
  expect(enters).toEqual([])
  fireEvent.click(screen.getByRole('button', { name: 'Établissement' }))
  fireEvent.click(use())
  const space = { name: 'Campus du Bois', kind: 'school' as const }
  await waitFor(() => expect(enters).toEqual([['the-token', { name: 'Camille Martin', space }]]))
  await waitFor(() => expect(location.pathname).toBe('/equipe'))
})

test('a further device asks for no name', async () => {
  const { acts, enters } = server(shows({ ...invited, kind: 'device', name: 'Camille Martin', from: undefined }))
  await open(acts)
  await screen.findByRole('heading', { name: 'Relier cet appareil à Campus du Bois' })
  screen.getByText(/Vous y êtes Camille Martin/)
  expect(screen.queryByRole('textbox')).toBeNull()
  fireEvent.click(use())
  await waitFor(() => expect(enters).toEqual([['the-token', { name: 'Camille Martin' }]]))
})

test('what was noted before is told to be sent under one’s name', async () => {
  const space = await testSpace()
  await save(space, [
    birth(space, 'people', { name: 'Ana' }),
    birth(space, 'organisations', { name: 'Forge' }),
    birth(space, 'exchanges', { kind: 'fair', at: '2026-11-22T09:30:00.000Z' }),
  ])
  const { view } = await open(server(shows(invited)).acts, { space })
  await screen.findByText('Ce qui est déjà noté ici sera envoyé à Campus du Bois sous votre nom.')
  view.unmount()
  await open(server(shows(invited)).acts, { space, language: 'en' })
  await screen.findByText('What is already noted here will be sent to Campus du Bois under your name.')
})

test('on a device that is in a space already, the new one is told to open beside it', async () => {
  const space = await testSpace()
  await enrol(space)
  await save(space, [birth(space, 'people', { name: 'Ana' })])
  await open(server(shows(invited)).acts, { space })
  await screen.findByText(/déjà dans Réseau Alpes. Le nouvel espace s’ouvre à côté/)
  expect(screen.queryByText(/sous votre nom/)).toBeNull()
})

const bois = { ...campus, campus: 'bois', role: 'member' } as const
const alpes = { campus: 'alpes', name: 'Réseau Alpes', kind: 'network', role: 'member' } as const

test('on a device that was in the same space, what waits is told to be sent', async () => {
  const space = await testSpace()
  await claim(space, bois)
  await open(server(shows({ ...invited, campus: 'bois' })).acts, { space })
  await screen.findByText(/^Cet appareil revient dans Campus du Bois.: ce qui attend ici sera envoyé.$/)
  expect(screen.queryByText(/s’ouvre à côté/)).toBeNull()
})

test('coming back to another of its spaces, what is noted here is told to stay apart', async () => {
  const [space, other] = [await testSpace(), await testSpace()]
  await claim(other, bois)
  await claim(space, alpes)
  await open(server(shows({ ...invited, campus: 'bois' })).acts, { space })
  await screen.findByText(
    /revient dans Campus du Bois.: ce qui y attendait sera envoyé. Ce qui est noté ici reste à part/,
  )
})

test.each(['fr', 'en'] as const)(
  'once inside, the first page says which space it is, and only once (%s)',
  async (language) => {
    const space = await testSpace()
    const { notices } = await open(server(shows(invited)).acts, { space, ...(language === 'en' && { language }) })
    fireEvent.click(
      await screen.findByRole('button', { name: language === 'fr' ? 'Utiliser cet appareil' : 'Use this device' }),
    )
    await waitFor(() => expect(location.pathname).toBe('/'))
    await claim(space, bois)
    expect(notices).toEqual([])
    const first = await renderIn(<StateLine />, { space, language })
    const words = language === 'fr' ? 'Votre espace est Campus du Bois.' : 'Your space is Campus du Bois.'
    await waitFor(() => expect(first.notices).toEqual([{ text: words }]))
    first.view.unmount()
    const { notices: none } = await renderIn(<StateLine />, { space, language })
    await screen.findByRole('status')
    expect(none).toEqual([])
  },
)

test('entering without network keeps the page and what is typed, and may be tried again', async () => {
  const { acts, enters } = server(shows(invited), { ok: false, why: 'no-network' })
  await open(acts)
  await screen.findByRole('textbox', { name: 'Votre nom' })
  typeIn('Votre nom', 'Léa')
  fireEvent.click(use())
  expect((await screen.findByRole('alert')).textContent).toMatch(/Pas de réseau/)
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Votre nom' }).value).toBe('Léa')
  fireEvent.click(use())
  await waitFor(() => expect(enters).toHaveLength(2))
  expect(location.pathname).toBe('/entrer')
})

test('a device that keeps nothing says why, in words', async () => {
  const enter = async () => Promise.reject(new DOMException('no room', 'QuotaExceededError'))
  const { notices } = await open({ ...server(shows(invited)).acts, enter })
  fireEvent.click(await screen.findByRole('button', { name: 'Utiliser cet appareil' }))
  await waitFor(() => expect(notices.at(-1)?.text).toMatch(/plus de place/))
  use()
})

test('on an iPhone that has not installed, the code is shown to be typed in the installed app, and the browser may be used all the same', async () => {
  const { acts } = server(shows(invited))
  await renderIn(<EnterPage install="ios" />, { path: '/entrer#the-token', acts })
  expect((await screen.findByRole('status', { name: 'Votre code' })).textContent).toBe('K7QF2-M9X3T')
  expect(screen.getByRole('link', { name: 'Comment installer' }).getAttribute('href')).toBe('/installer')
  expect(screen.queryByRole('button', { name: 'Utiliser cet appareil' })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Utiliser quand même ce navigateur' }))
  await screen.findByRole('button', { name: 'Utiliser cet appareil' })
})

test('among the examples nothing is looked at before one leaves them', async () => {
  const { acts, looks } = server(shows(invited))
  const space = await testSpace()
  await open(acts, { space: { ...space, kind: 'examples' } })
  screen.getByRole('button', { name: 'Quitter les exemples' })
  expect(looks).toEqual([])
  expect(location.href).not.toContain('the-token')
})

test('the same in English', async () => {
  await open(server(shows(invited)).acts, { language: 'en' })
  await screen.findByRole('heading', { name: 'Join Campus du Bois' })
  screen.getByRole('button', { name: 'Use this device' })
})
