import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { expect, onTestFinished, test } from 'vitest'
import type { AnyRow } from '../../../src/domain/record.ts'
import type { Change } from '../../../src/protocol/change.ts'
import { draftsOf, keepDraft } from '../../../src/store/drafts.ts'
import { listed, rowOf } from '../../../src/store/read.ts'
import type { Space } from '../../../src/store/space.ts'
import { birth, save } from '../../../src/store/write.ts'
import { RecordPage } from '../../../src/ui/record/record-page.tsx'
import { renderIn, testSpace } from '../render-app.tsx'

const rowIn = async (space: Space, table: string, values: Record<string, unknown>) => {
  const edit = birth(space, table, values)
  await save(space, [edit])
  return edit.row
}
const changes = async (space: Space) =>
  (await space.db.table<Change, number>('outbox').toArray()).map((change) => change.fields)
const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

const person = async (values: Record<string, unknown> = {}) => {
  const space = await testSpace()
  const id = await rowIn(space, 'people', { name: 'Inès Vidal', mobile: '+33612345678', ...values })
  const shown = await renderIn(<RecordPage table="people" id={id} />, { space, path: `/contacts/people/${id}` })
  await screen.findByRole('heading', { name: 'Inès Vidal', level: 1 })
  await screen.findByText('06 12 34 56 78')
  return { ...shown, id }
}

test('a field becomes its input where it stands; Enter saves that field alone, with the way back', async () => {
  const { space, id, notices } = await person({ position: 'RH' })
  press(/^Fonction/)
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Fonction')))
  type('Fonction', 'DRH')
  fireEvent.submit(screen.getByLabelText('Fonction').closest('form') as HTMLFormElement)
  await waitFor(async () => expect(await rowOf(space, 'people', id)).toMatchObject({ position: 'DRH' }))
  expect((await changes(space)).at(-1)).toEqual({ position: 'DRH' })
  await screen.findByRole('button', { name: /^Fonction\s*DRH/ })
  notices.at(-1)?.act?.run()
  await screen.findByRole('button', { name: /^Fonction\s*RH/ })
})

test('leaving the field saves it; Escape does not', async () => {
  const { space, id } = await person()
  press(/^Nom/)
  type('Nom', 'Inès V.')
  fireEvent.keyDown(screen.getByLabelText('Nom'), { key: 'Escape' })
  await screen.findByRole('button', { name: /^Nom\s*Inès Vidal/ })
  press(/^Nom/)
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Nom')))
  expect(screen.getByLabelText('Nom')).toHaveProperty('value', 'Inès Vidal')
  type('Nom', 'Inès Vidal-Roux')
  ;(document.activeElement as HTMLElement).blur()
  await waitFor(async () => expect(await rowOf(space, 'people', id)).toMatchObject({ name: 'Inès Vidal-Roux' }))
  expect(await draftsOf(space)).toEqual([])
})

test('what was typed in a field of a killed page is there again', async () => {
  const space = await testSpace()
  const id = await rowIn(space, 'people', { name: 'Inès Vidal', mobile: '+33612345678' })
  const shown = await renderIn(<RecordPage table="people" id={id} />, { space })
  await screen.findByText('06 12 34 56 78')
  press(/^Nom/)
  type('Nom', 'Inès Vidal-R')
  await waitFor(async () => expect(await draftsOf(space)).toMatchObject([{ form: `edit/people/${id}` }]))
  const [draft] = await draftsOf(space)
  shown.view.unmount()
  // A killed app leaves no field: what it had written is all there is.
  await save(space, [{ table: 'people', row: id, fields: { name: 'Inès Vidal' } }])
  if (draft) await keepDraft(space, draft)
  await renderIn(<RecordPage table="people" id={id} />, { space })
  await screen.findByText('Brouillon repris.')
  expect(screen.getByLabelText('Nom')).toHaveProperty('value', 'Inès Vidal-R')
})

test('the name cannot be emptied, and says so', async () => {
  const { space, id } = await person()
  press(/^Nom/)
  type('Nom', ' ')
  press('Enregistrer')
  await screen.findByText('Il manque cette réponse pour enregistrer.')
  expect(await rowOf(space, 'people', id)).toMatchObject({ name: 'Inès Vidal' })
})

test('what is empty is completed in one form, which hands over only what was touched', async () => {
  const { space } = await person()
  press('Compléter')
  await screen.findByLabelText('Fonction')
  expect(screen.queryByLabelText('Mobile')).toBeNull()
  type('Fonction', 'DRH')
  press('Enregistrer')
  await screen.findByRole('button', { name: /^Fonction\s*DRH/ })
  expect((await changes(space)).at(-1)).toEqual({ position: 'DRH' })
})

test('a person is called, texted and written to by plain links', async () => {
  await person({ email: 'ines@exemple.fr' })
  expect(screen.getByRole('link', { name: 'Appeler' }).getAttribute('href')).toBe('tel:+33612345678')
  expect(screen.getByRole('link', { name: 'SMS' }).getAttribute('href')).toBe('sms:+33612345678')
  expect(screen.getByRole('link', { name: 'E-mail' }).getAttribute('href')).toBe('mailto:ines@exemple.fr')
})

test('one tap hands a person’s card to the phone, as a file under their name', async () => {
  const given: File[] = []
  const share = async ({ files = [] }: ShareData) => void given.push(...files)
  Object.assign(navigator, { canShare: () => true, share })
  onTestFinished(
    () => void (Reflect.deleteProperty(navigator, 'canShare') && Reflect.deleteProperty(navigator, 'share')),
  )
  await person({ position: 'RH' })
  press('Ajouter au répertoire')
  await waitFor(() => expect(given.map(({ name, type }) => [name, type])).toEqual([['Ines-Vidal.vcf', 'text/vcard']]))
  expect((await given[0]?.text())?.split('\r\n')).toEqual(
    expect.arrayContaining(['FN:Inès Vidal', 'TITLE:RH', 'TEL;TYPE=CELL:+33612345678']),
  )
})

test('somebody whose name alone is known can be put in the address book', async () => {
  const space = await testSpace()
  const id = await rowIn(space, 'people', { name: 'Inès Vidal' })
  await renderIn(<RecordPage table="people" id={id} />, { space })
  await screen.findByRole('button', { name: 'Ajouter au répertoire' })
})

test('under the name stands when somebody was last in contact, whatever is planned', async () => {
  const space = await testSpace(() => new Date('2026-11-22T12:00:00').getTime())
  const id = await rowIn(space, 'people', { name: 'Inès Vidal' })
  await renderIn(<RecordPage table="people" id={id} />, { space })
  await screen.findByRole('heading', { name: 'Inès Vidal', level: 1 })
  expect(screen.queryByText(/Dernier contact/)).toBeNull()
  const met = (day: string, people = [id]) =>
    rowIn(space, 'exchanges', { kind: 'call', at: new Date(`${day}T09:30:00`).toISOString(), people })
  await met('2026-11-01')
  const latest = await met('2026-11-12')
  await met('2026-11-20', ['somebody-else'])
  await met('2026-12-04')
  await screen.findByText('Dernier contact le 12 nov. 2026')
  await save(space, [{ table: 'exchanges', row: latest, fields: { deletedAt: '2026-11-22T10:00:00.000Z' } }])
  await screen.findByText('Dernier contact le 1er nov. 2026')
  expect(Object.keys((await rowOf(space, 'people', id)) ?? {})).not.toContain('lastContactOn')
})

test('that somebody objected stands at the top', async () => {
  await person({ objectedOn: '2026-03-02' })
  screen.getByText(/S’oppose à l’utilisation de ses données depuis le 2 mars 2026/)
})

test('a deleted record leaves its list, can come back by the line, and tells where it is', async () => {
  const { space, id, notices } = await person()
  press('Supprimer cette fiche')
  await screen.findByText(/Dans la corbeille/)
  expect(await listed(space, 'people')).toEqual([])
  expect(notices.at(-1)).toMatchObject({ text: 'Supprimé', act: { word: 'Annuler' } })
  press('Rétablir')
  await screen.findByText('06 12 34 56 78')
  expect((await listed(space, 'people')).map((row: AnyRow) => row.id)).toEqual([id])
})

test('a record that is not here is told, with where to go', async () => {
  await renderIn(<RecordPage table="people" id="nobody" />)
  await screen.findByText(/n’est pas sur ce téléphone/)
  expect(screen.getByRole('link', { name: 'Voir la liste' }).getAttribute('href')).toBe('/contacts/people')
})

test('a person takes a place in a structure, and leaves it without losing the past', async () => {
  const { space, id } = await person()
  await screen.findByText('Aucune structure.')
  const structures = screen.getByText('Structures').closest('section') as HTMLElement
  fireEvent.click(structures.querySelector('button') as HTMLButtonElement)
  await screen.findByLabelText('Structure')
  type('Structure', 'Fonderie du Drac')
  fireEvent.change(screen.getByLabelText('Rôle'), { target: { value: 'tutor' } })
  press('Enregistrer')
  await screen.findByRole('link', { name: /^Fonderie du Drac/ })
  const [fonderie] = await listed(space, 'organisations')
  const ties = () => listed(space, 'affiliations')
  expect(await ties()).toMatchObject([{ person: id, organisation: fonderie?.id, role: 'tutor', main: true }])
  press('Noter son départ')
  await waitFor(async () => expect((await ties())[0]).toHaveProperty('until'))
  await screen.findByText(/jusqu’au/)
  expect(screen.queryByRole('button', { name: 'Noter son départ' })).toBeNull()
})

test('a page shows names with markup and signs that turn the text around as text', async () => {
  const space = await testSpace()
  const name = '<img src=x onerror=alert(1)>\u202e gnp.exe'
  const id = await rowIn(space, 'organisations', { name, notes: 'n'.repeat(5_000), tags: ['<b>'] })
  await renderIn(<RecordPage table="organisations" id={id} />, { space })
  await screen.findByText('<b>')
  expect(document.querySelector('img')).toBeNull()
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth)
})

test('a field that was opened and not changed is not written again, not even to the minute', async () => {
  const space = await testSpace()
  const id = await rowIn(space, 'exchanges', { kind: 'call', at: '2026-03-02T09:30:17.123Z' })
  await renderIn(<RecordPage table="exchanges" id={id} />, { space })
  await screen.findByRole('button', { name: /^Date et heure/ })
  press(/^Date et heure/)
  fireEvent.submit((await screen.findByLabelText('Date et heure')).closest('form') as HTMLFormElement)
  await screen.findByRole('button', { name: /^Date et heure/ })
  expect(await changes(space)).toHaveLength(1)
  expect(await rowOf(space, 'exchanges', id)).toMatchObject({ at: '2026-03-02T09:30:17.123Z' })
})
