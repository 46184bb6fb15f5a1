import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import type { ComponentChildren } from 'preact'
import { expect, test } from 'vitest'
import { rowOf } from '../../../src/store/read.ts'
import type { Space } from '../../../src/store/space.ts'
import { birth, type Edit, save } from '../../../src/store/write.ts'
import { TrashPage } from '../../../src/ui/pages/trash.tsx'
import { RecordPage } from '../../../src/ui/record/record-page.tsx'
import { noted } from '../../store/noted-contact.ts'
import { renderIn, testSpace } from '../render-app.tsx'

const now = Date.UTC(2026, 10, 22, 12)
const ago = (days: number) => new Date(now - days * 86_400_000).toISOString()
const deleted = async (space: Space, table: string, days: number, values: Record<string, unknown>) => {
  const edit = birth(space, table, { ...values, deletedAt: ago(days) })
  await save(space, [edit])
  return edit.row
}

test('a deleted record is put back where it was, and that can be undone', async () => {
  const space = await testSpace(() => now)
  const id = await deleted(space, 'people', 3, { name: 'Ann Dupont' })
  const { notices } = await renderIn(<TrashPage />, { space })
  fireEvent.click(await screen.findByRole('button', { name: 'Rétablir Ann Dupont' }))
  await waitFor(() => expect(screen.queryByText('Ann Dupont')).toBeNull())
  const row = await rowOf(space, 'people', id)
  expect(row?.deletedAt).toBeUndefined()
  expect(row?.sort).toBe('ann dupont')
  expect(notices.at(-1)?.text).toBe('Rétabli')
  notices.at(-1)?.act?.run()
  await screen.findByText('Ann Dupont')
})

const restoresAll = async (page: ComponentChildren, space: Space, contact: readonly Edit[]) => {
  const { notices } = await renderIn(page, { space })
  fireEvent.click(await screen.findByRole('button', { name: /^Rétablir/ }))
  await waitFor(() => expect(notices.at(-1)?.text).toBe('Rétabli'))
  for (const { table, row } of contact) expect((await rowOf(space, table, row))?.deletedAt).toBeUndefined()
  return notices
}
const takenBack = async () => {
  const space = await testSpace(() => now)
  const contact = noted(space, 'Ann Dupont')
  await save(space, await save(space, contact))
  return { space, contact, person: String(contact[0]?.row) }
}

test('a contact that was taken back is one line of the trash, says what it is, and comes back whole by one tap', async () => {
  const { space, contact } = await takenBack()
  const notices = await restoresAll(<TrashPage />, space, contact)
  await screen.findByText('La corbeille est vide.')
  notices.at(-1)?.act?.run()
  await screen.findByText('Ann Dupont')
  screen.getByText('Personne · Structure · Échange · Rattachement · À faire · Aujourd’hui')
  expect(screen.getAllByRole('button', { name: /^Rétablir/ })).toHaveLength(1)
})

test('it comes back whole from its own page too', async () => {
  const { space, contact, person } = await takenBack()
  await restoresAll(<RecordPage table="people" id={person} />, space, contact)
})

test('the way back leads to where one came from', async () => {
  const back = () => screen.getByRole('link', { name: 'Retour' }).getAttribute('href')
  await renderIn(<TrashPage />, { path: '/corbeille' })
  await waitFor(() => expect(back()).toBe('/contacts/people'))
  cleanup()
  await renderIn(<TrashPage />, { path: '/corbeille?de=reglages' })
  await waitFor(() => expect(back()).toBe('/reglages'))
})

test('every kind of record comes back but small ones, the latest deleted first', async () => {
  const space = await testSpace(() => now)
  await deleted(space, 'organisations', 40, { name: 'Fonderie' })
  await deleted(space, 'tasks', 2, { title: 'Rappeler Ann' })
  const event = await deleted(space, 'events', 5, { name: 'Salon', startsOn: '2026-11-01' })
  await deleted(space, 'visitorCounts', 1, { event, public: 'students', number: 3, at: ago(1) })
  await deleted(space, 'exchanges', 89, { kind: 'call', at: ago(100) })
  await deleted(space, 'people', 91, { name: 'Trop tard' })
  await renderIn(<TrashPage />, { space })
  await screen.findByText('Fonderie')
  const names = screen.getAllByRole('button', { name: /^Rétablir/ }).map((button) => button.getAttribute('aria-label'))
  expect(names).toEqual(['Rétablir Rappeler Ann', 'Rétablir Salon', 'Rétablir Fonderie', 'Rétablir Appel'])
  screen.getByText('Ce que vous supprimez reste ici 90 jours. Après, rien ne le ramène.', { exact: true })
})

test('what was deleted more than 90 days ago is not brought back from its own page either', async () => {
  const space = await testSpace(() => now)
  const [late, still] = [
    await deleted(space, 'people', 91, { name: 'Trop tard' }),
    await deleted(space, 'people', 89, { name: 'À temps' }),
  ]
  const { view } = await renderIn(<RecordPage table="people" id={late} />, { space })
  await screen.findByText(/n’est pas sur ce téléphone/)
  expect(screen.queryByText('Trop tard')).toBeNull()
  expect(screen.queryByRole('button', { name: 'Rétablir' })).toBeNull()
  view.unmount()
  await renderIn(<RecordPage table="people" id={still} />, { space })
  await screen.findByRole('button', { name: 'Rétablir' })
})

test('an empty trash says so and leads somewhere', async () => {
  await renderIn(<TrashPage />)
  await screen.findByText('La corbeille est vide.')
  expect(screen.getByRole('link', { name: 'Revenir aux contacts' }).getAttribute('href')).toBe('/contacts/people')
})

test('a trash of thousands shows the first ones and more when asked', async () => {
  const space = await testSpace(() => now)
  const many = Array.from({ length: 120 }, (_, at) => birth(space, 'people', { name: `P${at}`, deletedAt: ago(1) }))
  await save(space, many)
  await renderIn(<TrashPage />, { space })
  const more = await screen.findByRole('button', { name: 'Voir plus' })
  const [first] = screen.getAllByRole('button', { name: /^Rétablir/ })
  fireEvent.click(more)
  await waitFor(() => expect(screen.getAllByRole('button', { name: /^Rétablir/ })).toHaveLength(120))
  expect(first?.isConnected).toBe(true)
})
