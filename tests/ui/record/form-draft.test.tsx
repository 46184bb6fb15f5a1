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
