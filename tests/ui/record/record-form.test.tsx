import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { draftsOf } from '../../../src/store/drafts.ts'
import { listed } from '../../../src/store/read.ts'
import { birth, save } from '../../../src/store/write.ts'
import { Drafts } from '../../../src/ui/pages/drafts.tsx'
import { RecordFormPage } from '../../../src/ui/record/record-form-page.tsx'
import { isFormOpenHere } from '../../../src/ui/update/open-form.ts'
import { renderIn, testSpace } from '../render-app.tsx'

const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

test('what is asked first is open, the rest is folded under its heading', async () => {
  await renderIn(<RecordFormPage table="organisations" />, { path: '/contacts/organisations/new' })
  await screen.findByLabelText('Nom')
  expect(screen.getByText('Coordonnées').closest('details')?.open).toBe(false)
  expect(screen.queryByLabelText('Latitude')).toBeNull()
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

test('a form that was killed comes back with its words, and the save takes its draft away', async () => {
  const space = await testSpace()
  await renderIn(<RecordFormPage table="people" />, { space, path: '/contacts/people/new' })
  await screen.findByLabelText('Nom')
  await waitFor(() => expect(isFormOpenHere()).toBe(true))
  type('Nom', 'Inès Vi')
  await waitFor(async () => expect(await draftsOf(space)).toMatchObject([{ form: 'new/people', title: 'Inès Vi' }]))
  cleanup()
  await waitFor(() => expect(isFormOpenHere()).toBe(false))

  const { notices } = await renderIn(<RecordFormPage table="people" />, { space })
  await screen.findByText('Brouillon repris.')
  expect(screen.getByLabelText('Nom')).toHaveProperty('value', 'Inès Vi')
  type('Nom', 'Inès Vidal')
  press('Enregistrer')
  await waitFor(async () => expect(await listed(space, 'people')).toMatchObject([{ name: 'Inès Vidal' }]))
  expect(await draftsOf(space)).toEqual([])
  expect(notices.at(-1)?.text).toBe('Enregistré sur ce téléphone')
})

test('leaving says that the draft is kept', async () => {
  const { notices, space } = await renderIn(<RecordFormPage table="people" />, { path: '/contacts/people/new' })
  await screen.findByLabelText('Nom')
  type('Nom', 'Inès')
  await waitFor(async () => expect(await draftsOf(space)).toHaveLength(1))
  cleanup()
  await waitFor(() => expect(notices.at(-1)).toMatchObject({ text: 'Brouillon gardé', act: { word: 'Reprendre' } }))
  await waitFor(async () => expect(await draftsOf(space)).toHaveLength(1))
})

test('cancelling takes the draft away, and says the way back', async () => {
  const { notices, space } = await renderIn(<RecordFormPage table="people" />, { path: '/contacts/people/new' })
  await screen.findByLabelText('Nom')
  type('Nom', 'Inès')
  press('Annuler')
  await waitFor(() => expect(notices.at(-1)?.text).toBe('Effacé'))
  expect(await draftsOf(space)).toEqual([])
  notices.at(-1)?.act?.run()
  await waitFor(async () => expect(await draftsOf(space)).toMatchObject([{ values: { name: 'Inès' } }]))
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

test('a draft about somebody else is not mixed with whom the address names', async () => {
  const space = await testSpace()
  const [ines, omar] = [birth(space, 'people', { name: 'Inès' }), birth(space, 'people', { name: 'Omar' })]
  await save(space, [ines, omar])
  await renderIn(<RecordFormPage table="exchanges" />, { space, path: `/contacts/exchanges/new?people=${ines.row}` })
  await screen.findByText('Inès')
  type('Objet', 'Visite')
  await waitFor(async () => expect(await draftsOf(space)).toHaveLength(1))
  cleanup()
  await renderIn(<RecordFormPage table="exchanges" />, { space, path: `/contacts/exchanges/new?people=${omar.row}` })
  await screen.findByText('Omar')
  expect(screen.queryByText('Inès')).toBeNull()
  expect(screen.getByLabelText('Objet')).toHaveProperty('value', '')
})

test('of two drafts of one form each is come back to by its own', async () => {
  const space = await testSpace()
  const [ana, bob] = [birth(space, 'people', { name: 'Ana Ruiz' }), birth(space, 'people', { name: 'Bob Léon' })]
  await save(space, [ana, bob])
  for (const { row } of [ana, bob]) {
    await renderIn(<RecordFormPage table="exchanges" />, { space, path: `/contacts/exchanges/new?people=${row}` })
    await screen.findByLabelText('Type')
    fireEvent.change(screen.getByLabelText('Type'), { target: { value: 'call' } })
    const count = row === ana.row ? 1 : 2
    await waitFor(async () => {
      const titles = (await draftsOf(space)).map(({ title }) => title)
      expect(titles).toHaveLength(count)
      expect(titles[0]).toBe(row === ana.row ? 'Échange · Ana Ruiz' : 'Échange · Bob Léon')
    })
    cleanup()
  }
  await renderIn(<Drafts />, { space, path: '/' })
  await screen.findByText('Échange · Bob Léon')
  const line = screen.getByText('Échange · Ana Ruiz').closest('li') as HTMLElement
  fireEvent.click(within(line).getByRole('button', { name: 'Reprendre' }))
  cleanup()
  await renderIn(<RecordFormPage table="exchanges" />, { space })
  await screen.findByText('Brouillon repris.')
  await screen.findByText('Ana Ruiz')
  expect(screen.queryByText('Bob Léon')).toBeNull()
})

test('a form that is opened for nobody in particular is blank, whatever waits', async () => {
  const space = await testSpace()
  await renderIn(<RecordFormPage table="people" />, { space, path: '/contacts/people/new' })
  await screen.findByLabelText('Nom')
  type('Nom', 'Inès')
  await waitFor(async () => expect(await draftsOf(space)).toHaveLength(1))
  cleanup()
  await renderIn(<RecordFormPage table="people" />, { space, path: '/contacts/people/new' })
  await screen.findByLabelText('Nom')
  expect(screen.getByLabelText('Nom')).toHaveProperty('value', '')
  type('Nom', 'Omar')
  await waitFor(async () => expect((await draftsOf(space)).map(({ title }) => title)).toEqual(['Omar', 'Inès']))
})

test('coming back to another draft from the same form opens that one', async () => {
  const space = await testSpace()
  await renderIn(<RecordFormPage table="people" />, { space, path: '/contacts/people/new' })
  await screen.findByLabelText('Nom')
  type('Nom', 'Inès')
  await waitFor(async () => expect(await draftsOf(space)).toHaveLength(1))
  cleanup()
  const [ines] = await draftsOf(space)
  const Leading = () => <a href={`/contacts/people/new?draft=${ines?.id}`}>Inès</a>
  const both = (
    <>
      <Leading />
      <RecordFormPage table="people" />
    </>
  )
  await renderIn(both, { space, path: '/contacts/people/new' })
  await screen.findByLabelText('Nom')
  type('Nom', 'Omar')
  await waitFor(async () => expect(await draftsOf(space)).toHaveLength(2))
  expect(screen.getByLabelText('Nom')).toHaveProperty('value', 'Omar')
  fireEvent.click(screen.getByRole('link', { name: 'Inès' }))
  await waitFor(() => expect(screen.getByLabelText('Nom')).toHaveProperty('value', 'Inès'))
})

test('what was typed and taken away again leaves no draft, whatever the hour is meanwhile', async () => {
  let now = new Date('2026-11-22T09:00:00').getTime()
  const space = await testSpace(() => now)
  await renderIn(<RecordFormPage table="exchanges" />, { space, path: '/contacts/exchanges/new' })
  await screen.findByLabelText('Objet')
  type('Objet', 'Visite')
  await waitFor(async () => expect(await draftsOf(space)).toMatchObject([{ title: 'Échange · Visite' }]))
  cleanup()
  now += 3_600_000
  await renderIn(<RecordFormPage table="exchanges" />, { space })
  await screen.findByText('Brouillon repris.')
  type('Objet', '')
  await waitFor(async () => expect(await draftsOf(space)).toEqual([]))
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
