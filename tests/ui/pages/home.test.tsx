import { screen, waitFor } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { birth, save } from '../../../src/store/write.ts'
import { Home } from '../../../src/ui/pages/home.tsx'
import { teamSpace } from '../as-a-team.ts'
import { renderIn, testSpace } from '../render-app.tsx'

test.each([
  ['fr', 'J’ai un code d’invitation'],
  ['en', 'I have an invitation code'],
] as const)('an empty notebook leads who was invited to where the code is typed (%s)', async (language, name) => {
  const { space } = await renderIn(<Home />, { language })
  expect((await screen.findByRole('link', { name })).getAttribute('href')).toBe('/entrer')
  await save(space, [birth(space, 'people', { name: 'Ana' })])
  await waitFor(() => expect(screen.queryByRole('link', { name })).toBeNull())
})

test('who is in a space already is not asked for a code', async () => {
  await renderIn(<Home />, { space: await teamSpace(Date.now) })
  await screen.findByRole('link', { name: 'Préparer un événement' })
  expect(screen.queryByRole('link', { name: 'J’ai un code d’invitation' })).toBeNull()
})

test('what is to be done is on Accueil before the first contact is', async () => {
  const space = await testSpace(Date.now)
  await save(space, [birth(space, 'tasks', { title: 'Préparer le stand' })])
  await renderIn(<Home />, { space })
  await screen.findByText('Préparer le stand')
  screen.getByText(/^Aucun contact encore/)
})
