import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { draftsOf } from '../../../src/store/drafts.ts'
import type { Space } from '../../../src/store/space.ts'
import type { Invitation } from '../../../src/ui/app/acts.ts'
import { Drafts } from '../../../src/ui/pages/drafts.tsx'
import { EnterPage } from '../../../src/ui/pages/enter.tsx'
import { invited, open, server, shows, typeIn, use } from '../entry/at-the-door.tsx'
import { renderIn, testSpace } from '../render-app.tsx'

afterEach(() => sessionStorage.clear())

const firstOfAll: Invitation = {
  kind: 'setUp',
  role: 'direction',
  expires: Date.now() + 3_600_000,
  code: 'AAAAA-22222',
}
const shown = async (name: string) => (await screen.findByRole<HTMLInputElement>('textbox', { name })).value
const written = async (space: Space, count: number) =>
  waitFor(async () => expect(await space.db.table('drafts').count()).toBe(count))

/** Types what a new space is, and the app ends without a word: nothing of the tab is left. */
const begin = async (space: Space) => {
  const { view } = await open(server(shows(firstOfAll)).acts, { space })
  await screen.findByRole('textbox', { name: 'Nom de l’espace' })
  typeIn('Nom de l’espace', 'Campus du Vallon')
  fireEvent.click(screen.getByRole('button', { name: 'Établissement' }))
  typeIn('Votre nom', 'Camille Martin')
  await waitFor(async () => expect((await draftsOf(space))[0]?.values.name).toBe('Camille Martin'))
  view.unmount()
  sessionStorage.clear()
}

test('what was typed of a new space is there again under the same link, and waits no longer once one is in', async () => {
  const space = await testSpace()
  await begin(space)
  const { acts, enters } = server(shows(firstOfAll))
  await open(acts, { space })
  expect(await shown('Nom de l’espace')).toBe('Campus du Vallon')
  expect(await shown('Votre nom')).toBe('Camille Martin')
  screen.getByRole('button', { name: 'Établissement', pressed: true })
  fireEvent.click(use())
  const title = { name: 'Campus du Vallon', kind: 'school' }
  await waitFor(() => expect(enters).toEqual([['the-token', { name: 'Camille Martin', space: title }]]))
  await written(space, 0)
})

test.each([
  ['fr', 'Reprendre', 'Ce que vous aviez tapé est gardé\u00a0: vous le retrouvez avec le même lien ou le même code.'],
  ['en', 'Resume', 'What you had typed is kept: you find it again with the same link or code.'],
] as const)(
  'it waits on Accueil, where the way to it says what is needed; no secret is in it (%s)',
  async (...given) => {
    const [language, resume, words] = given
    const space = await testSpace()
    await begin(space)
    expect(JSON.stringify(await draftsOf(space))).not.toMatch(/the-token|AAAAA/)
    const { view } = await renderIn(<Drafts />, { space, language, path: '/' })
    await screen.findByText('Créer votre espace · Campus du Vallon')
    fireEvent.click(screen.getByRole('button', { name: resume }))
    await waitFor(() => expect(location.pathname).toBe('/entrer'))
    view.unmount()
    await renderIn(<EnterPage />, { space, language, path: '/entrer' })
    await screen.findByText((_, one) => one?.textContent === words && one.tagName === 'P')
  },
)

test('a space that was named by whoever hosts it begins with that name', async () => {
  const named = { ...firstOfAll, space: { name: 'Réseau de la Mer', kind: 'network' as const } }
  const { acts, enters } = server(shows(named))
  await open(acts)
  expect(await shown('Nom de l’espace')).toBe('Réseau de la Mer')
  typeIn('Votre nom', 'Hugo Lambert')
  fireEvent.click(use())
  await waitFor(() => expect(enters).toEqual([['the-token', { name: 'Hugo Lambert', space: named.space }]]))
})

test('what is refused stays kept, and a link to another space begins with its own words', async () => {
  const space = await testSpace()
  const bois = { ...invited, campus: 'bois' }
  const { view } = await open(server(shows(bois), { ok: false, why: 'no-network' }).acts, { space })
  await screen.findByRole('textbox', { name: 'Votre nom' })
  typeIn('Votre nom', 'Léa Blanc-Roux')
  fireEvent.click(use())
  await screen.findByRole('alert')
  await written(space, 1)
  view.unmount()
  const other = await open(server(shows({ ...invited, campus: 'alpes' })).acts, { space })
  expect(await shown('Votre nom')).toBe('Léa Blanc')
  other.view.unmount()
  await open(server(shows(bois)).acts, { space })
  expect(await shown('Votre nom')).toBe('Léa Blanc-Roux')
})

test.each([
  ['fr', 'Type d’espace'],
  ['en', 'Kind of space'],
] as const)('what kind of space it is reads whole (%s)', async (language, name) => {
  await open(server(shows(firstOfAll)).acts, language === 'en' ? { language } : {})
  await screen.findByRole('group', { name })
})
