import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { choose } from '../../../src/store/choose-event.ts'
import { draftsOf } from '../../../src/store/drafts.ts'
import { listed } from '../../../src/store/read.ts'
import { birth, save } from '../../../src/store/write.ts'
import { RecordFormPage } from '../../../src/ui/record/record-form-page.tsx'
import { renderIn, testSpace } from '../render-app.tsx'

const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

test('what is asked first is open, the rest is folded under its heading', async () => {
  await renderIn(<RecordFormPage table="organisations" />, { path: '/contacts/organisations/new' })
  await screen.findByLabelText('Nom')
  expect(screen.getByText('Coordonnées').closest('details')?.open).toBe(false)
  expect(screen.queryByLabelText('Latitude')).toBeNull()
})

test('the button that saves comes before the way out, and before it in sight', async () => {
  await renderIn(<RecordFormPage table="people" />, { path: '/contacts/people/new' })
  const save = await screen.findByRole('button', { name: 'Enregistrer' })
  const cancel = screen.getByRole('button', { name: 'Annuler' })
  expect(save.compareDocumentPosition(cancel)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  cancel.scrollIntoView({ block: 'end' })
  expect(save.getBoundingClientRect().bottom).toBeLessThanOrEqual(cancel.getBoundingClientRect().top)
})

test('a new event is for today until told otherwise, and asks first only what is known beforehand', async () => {
  const space = await testSpace(() => new Date('2026-11-22T12:00:00').getTime())
  await renderIn(<RecordFormPage table="events" />, { space, path: '/agenda/events/new' })
  expect(await screen.findByLabelText('Du')).toHaveProperty('value', '2026-11-22')
  const folds = (label: string) => screen.getAllByText(label).map((one) => one.closest('details')?.open)
  for (const label of ['Nom', 'Du', 'Au', 'Lieu', 'Stand', 'Équipe']) expect(folds(label), label).toEqual([undefined])
  for (const label of ['Notre rôle', 'Quelques mots']) expect(folds(label), label).toEqual([false])
  expect(folds('Type')[0]).toBeUndefined()
  const week = screen.getByRole('group', { name: 'Semaine nationale', hidden: true })
  expect(week.closest('details')?.open).toBe(false)
  within(week).getByRole('button', { name: 'Autre', hidden: true })
})

test('a missing name is said beside it, takes the focus, and loses nothing', async () => {
  const { space } = await renderIn(<RecordFormPage table="people" />, { path: '/contacts/people/new' })
  await screen.findByLabelText('Nom')
  type('Fonction', 'DRH')
  press('Enregistrer')
  await screen.findByText('Il manque cette réponse pour enregistrer.')
  expect(document.activeElement).toBe(screen.getByLabelText('Nom'))
  expect(screen.getByLabelText('Fonction')).toHaveProperty('value', 'DRH')
  expect(await listed(space, 'people')).toEqual([])
  type('Nom', 'Inès Vidal')
  await waitFor(() => expect(screen.queryByText('Il manque cette réponse pour enregistrer.')).toBeNull())
})

test('a number that is none is said in its folded group, which opens', async () => {
  const { space } = await renderIn(<RecordFormPage table="events" />, { path: '/agenda/events/new' })
  await screen.findByLabelText('Nom')
  type('Nom', 'Forum')
  type('Du', '2026-11-22')
  type('Fréquentation', 'une centaine')
  press('Enregistrer')
  await screen.findByText(/Écrivez un nombre/)
  expect(document.activeElement).toBe(screen.getByLabelText('Fréquentation'))
  expect(await listed(space, 'events')).toEqual([])
  type('Fréquentation', '100')
  press('Enregistrer')
  await waitFor(async () => expect(await listed(space, 'events')).toMatchObject([{ name: 'Forum', attendance: 100 }]))
})

test('a doubtful number is saved as it is', async () => {
  const { space } = await renderIn(<RecordFormPage table="people" />, { path: '/contacts/people/new' })
  await screen.findByLabelText('Nom')
  type('Nom', 'Inès')
  type('Mobile', '06 12')
  press('Enregistrer')
  await waitFor(async () => expect(await listed(space, 'people')).toMatchObject([{ name: 'Inès', mobile: '06 12' }]))
})

test('a save that fails keeps the text and the draft', async () => {
  const { space, notices } = await renderIn(<RecordFormPage table="people" />, { path: '/contacts/people/new' })
  await screen.findByLabelText('Nom')
  type('Nom', 'Inès')
  space.db.table('outbox').hook('creating', () => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  press('Enregistrer')
  await waitFor(() => expect(notices.at(-1)?.text).toMatch(/^Pas enregistré/))
  expect(screen.getByLabelText('Nom')).toHaveProperty('value', 'Inès')
  expect(await listed(space, 'people')).toEqual([])
  await waitFor(async () => expect(await draftsOf(space)).toHaveLength(1))
})

test('a new exchange is about whom the address names, now, and noted by oneself', async () => {
  const now = Date.UTC(2026, 10, 22, 9, 30)
  const space = await testSpace(() => now)
  const person = birth(space, 'people', { name: 'Inès Vidal' })
  await save(space, [person])
  await renderIn(<RecordFormPage table="exchanges" />, { space, path: `/contacts/exchanges/new?people=${person.row}` })
  await screen.findByText('Inès Vidal')
  fireEvent.change(screen.getByLabelText('Type'), { target: { value: 'call' } })
  press('Enregistrer')
  await waitFor(async () =>
    expect(await listed(space, 'exchanges')).toMatchObject([
      { kind: 'call', people: [person.row], at: new Date(now).toISOString(), author: space.me },
    ]),
  )
})

test('people of an exchange are found by a part of their name, or born with it', async () => {
  const space = await testSpace()
  const known = birth(space, 'people', { name: 'Hélène Marchand' })
  await save(space, [known])
  await renderIn(<RecordFormPage table="exchanges" />, { space, path: '/contacts/exchanges/new?kind=fair' })
  await screen.findByLabelText('Personnes')
  fireEvent.focus(screen.getByLabelText('Personnes'))
  type('Personnes', 'helene')
  fireEvent.click(await screen.findByRole('option', { name: /Hélène Marchand/ }))
  await screen.findByRole('button', { name: 'Retirer Hélène Marchand' })
  type('Personnes', 'Omar Saïd')
  fireEvent.click(await screen.findByRole('option', { name: /Créer/ }))
  await screen.findByRole('button', { name: 'Retirer Omar Saïd' })
  type('Structure', 'Fonderie')
  press('Enregistrer')
  await waitFor(async () => expect(await listed(space, 'exchanges')).toHaveLength(1))
  const [exchange] = await listed(space, 'exchanges')
  const omar = (await listed(space, 'people')).find((row) => row.name === 'Omar Saïd')
  const [fonderie] = await listed(space, 'organisations')
  expect(exchange).toMatchObject({ people: [known.row, omar?.id], organisation: fonderie?.id })
})

test('a new exchange is at the event one stands at, whatever page it is begun from; a task is not', async () => {
  const space = await testSpace(() => new Date('2026-11-22T12:00:00').getTime())
  const forum = birth(space, 'events', { name: 'Forum de Niort', startsOn: '2026-11-22' })
  await save(space, [forum])
  await choose(space, forum.row, '2026-11-22')
  const { view } = await renderIn(<RecordFormPage table="exchanges" />, { space, path: '/contacts/exchanges/new' })
  expect(await screen.findByDisplayValue('Forum de Niort')).toBe(screen.getByLabelText('Événement'))
  view.unmount()
  await renderIn(<RecordFormPage table="tasks" />, { space, path: '/agenda/tasks/new' })
  expect(await screen.findByLabelText('Événement')).toHaveProperty('value', '')
})
