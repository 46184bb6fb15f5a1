import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { expect, test } from 'vitest'
import type { Space } from '../../../src/store/space.ts'
import { type Enrolment, freshSync, type SyncState } from '../../../src/store/sync-state.ts'
import { birth, save } from '../../../src/store/write.ts'
import { Home } from '../../../src/ui/pages/home.tsx'
import { StateLine } from '../../../src/ui/sync/state-line.tsx'
import { renderIn, testSpace } from '../render-app.tsx'

const at = new Date(2026, 10, 22, 14, 32).getTime()
const minute = 60_000
const enrolment: Enrolment = {
  ...{ key: 'enrolment', campus: 'c1', name: 'Campus du Bois', kind: 'campus', role: 'member' },
  at: '2026-11-22T09:00:00.000Z',
}
const clock = { now: at }
const enrolled = async (state: Partial<SyncState> = {}) => {
  clock.now = at
  const space = await testSpace(() => clock.now)
  await space.db.table('meta').bulkPut([enrolment, { ...freshSync, lastDone: at, filled: true, ...state }])
  return space
}
const notes = (space: Space, name: string) =>
  save(space, [birth(space, 'people', { name }), birth(space, 'tasks', { title: name })])
/** What the line says, its sentences told apart by a bar; spaces that do not break count as spaces. */
const said = () =>
  [...screen.getByRole('status').children].map((one) => one.textContent?.replace(/\s/g, ' ')).join(' | ')
const line = (text: string) => waitFor(() => expect(said()).toBe(text))

test('when everything is sent it says so, and since when', async () => {
  await renderIn(<StateLine />, { space: await enrolled() })
  await line('Tout est envoyé · 14 h 32')
})

test('what waits is told at once, and for how long as time passes', async () => {
  const space = await enrolled()
  await renderIn(<StateLine />, { space })
  for (const name of ['Élodie', 'Paul', 'Zoé']) {
    clock.now += 1
    await notes(space, name)
  }
  await line('3 saisies à envoyer')
  clock.now = at + 20.5 * minute
  document.dispatchEvent(new Event('visibilitychange'))
  await line('3 saisies à envoyer depuis 20 min')
  clock.now = at + 3 * 60 * minute + 50_000
  document.dispatchEvent(new Event('visibilitychange'))
  await line('3 saisies à envoyer depuis 3 h')
})

test.each([
  ['no-network', 'Pas de réseau : enregistré sur ce téléphone, envoi automatique.'],
  ['portal', 'Ce Wi-Fi demande une connexion. Ouvrez sa page dans le navigateur : l’envoi reprendra seul.'],
  ['signed-out', 'Cet appareil n’est plus relié à votre espace : demandez un nouveau lien.'],
] as const)('why it could not be sent is told in plain words: %s', async (trouble, words) => {
  const space = await enrolled({ trouble })
  await notes(space, 'Élodie')
  await renderIn(<StateLine />, { space })
  await line(`1 saisie à envoyer | ${words}`)
})

test('one may try again, or enter anew where the device is linked no longer', async () => {
  let asked = 0
  const syncNow = () => {
    asked += 1
  }
  const space = await enrolled({ trouble: 'no-network' })
  await renderIn(<StateLine />, { space, acts: { syncNow } })
  await line('Dernier échange avec votre espace : 14 h 32 | Pas de réseau.')
  fireEvent.click(screen.getByRole('button', { name: 'Réessayer' }))
  expect(asked).toBe(1)
  await space.db.table('meta').put({ ...freshSync, trouble: 'signed-out' })
  const link = await screen.findByRole('link', { name: 'J’ai un nouveau lien' })
  expect([link.getAttribute('href'), screen.queryByRole('button', { name: 'Réessayer' })]).toEqual(['/entrer', null])
})

test('a long download tells what is left', async () => {
  await renderIn(<StateLine />, { space: await enrolled({ left: 4_200 }) })
  await line('Réception : 4 200 fiches restantes')
  cleanup()
  await renderIn(<StateLine />, { space: await enrolled({ left: 1 }) })
  await line('Réception : 1 fiche restante')
})

test('what was refused is said and leads to where it can be mended', async () => {
  const space = await enrolled()
  await notes(space, 'Élodie')
  const [change] = await space.db.table('outbox').toArray()
  await space.db.table('refused').put({ n: 1, change, code: 'invalid', at: enrolment.at })
  await space.db.table('meta').put({ ...freshSync, acked: 2, lastDone: at })
  await renderIn(<StateLine />, { space })
  await line('Le reste est envoyé · 14 h 32')
  expect(screen.getByRole('link', { name: /^1\ssaisie à revoir$/ }).getAttribute('href')).toBe('/a-revoir')
})

test('what was taken off the list is not said to be sent: it stays on this phone alone', async () => {
  const space = await enrolled()
  await notes(space, 'Élodie')
  const [change, other] = await space.db.table('outbox').toArray()
  const refused = { change, code: 'invalid', at: enrolment.at, isOff: true }
  await space.db.table('refused').put({ ...refused, n: 1 })
  await space.db.table('meta').put({ ...freshSync, acked: 2, lastDone: at })
  await renderIn(<StateLine />, { space })
  await line('Le reste est envoyé · 14 h 32 | 1 saisie retirée de la liste reste sur ce téléphone seul.')
  expect(screen.getByRole('link', { name: 'Voir la liste' }).getAttribute('href')).toBe('/a-revoir')
  await space.db.table('refused').put({ ...refused, n: 2, change: other })
  await line('Le reste est envoyé · 14 h 32 | 2 saisies retirées de la liste restent sur ce téléphone seul.')
  cleanup()
  await renderIn(<StateLine />, { space, language: 'en' })
  await waitFor(() =>
    expect(said()).toMatch(/^The rest is sent · .* \| 2 entries taken off the list stay on this phone only\.$/),
  )
})

test('after a day a copy is offered', async () => {
  const space = await enrolled()
  await notes(space, 'Élodie')
  clock.now = at + 25 * 60 * minute
  await renderIn(<StateLine />, { space })
  await line(
    '1 saisie à envoyer depuis 1 jour | Rien n’est perdu, mais vos collègues ne voient pas encore ces saisies. Gardez-en une copie par prudence.',
  )
  await screen.findByRole('button', { name: 'Exporter ce qui n’est pas envoyé' })
})

test('Accueil tells it for who is in a space, and speaks of this phone alone before', async () => {
  const space = await testSpace()
  await save(space, [birth(space, 'people', { name: 'Élodie' })])
  await renderIn(<Home />, { space })
  await screen.findByText('Tout est gardé sur cet appareil')
  expect(screen.getByRole('status').textContent).toBe('Tout est gardé sur cet appareil')
  await space.db.table('meta').put(enrolment)
  await line('1 saisie à envoyer')
})

test('it is told in English too', async () => {
  await renderIn(<StateLine />, { space: await enrolled({ trouble: 'portal', left: 1_200 }), language: 'en' })
  await line(
    'Receiving: 1,200 records left | This Wi-Fi asks you to sign in. Open its page in the browser: sending will go on by itself.',
  )
})
