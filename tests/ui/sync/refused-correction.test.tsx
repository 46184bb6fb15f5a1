import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { expect, test } from 'vitest'
import type { Change } from '../../../src/protocol/change.ts'
import { draftsOf } from '../../../src/store/drafts.ts'
import { refusedIn } from '../../../src/store/refused.ts'
import type { Space } from '../../../src/store/space.ts'
import { birth, save } from '../../../src/store/write.ts'
import { OtherPlaces } from '../../../src/ui/app/other-places.tsx'
// Its code is at hand before the first test: the first load of a part is slow here.
import '../../../src/ui/record/correction-page.tsx'
import { RefusedPage } from '../../../src/ui/sync/refused-page.tsx'
import { renderIn, testSpace } from '../render-app.tsx'

const born = { name: 'Élodie Roux', position: 'Tutrice de trop', mobile: '+33639981234', source: 'typed' }
const outbox = (space: Space) => space.db.table<Change, number>('outbox').toArray()
const refusedCount = async (space: Space) => (await refusedIn(space)).listed.length
const refuse = async (space: Space, code = 'invalid') => {
  const change = (await outbox(space)).at(-1)
  const n = change?.n ?? 0
  await space.db.table('refused').put({ n, change, code, at: '2026-11-22T10:00:00.000Z' })
  return { n, change }
}
const withBirthRefused = async () => {
  const space = await testSpace()
  const person = birth(space, 'people', born)
  await save(space, [person])
  return { space, person: person.row, ...(await refuse(space)) }
}
const input = async (name: RegExp) => screen.findByLabelText<HTMLInputElement>(name)
const saveIt = () => fireEvent.click(screen.getByRole('button', { name: 'Enregistrer' }))
const correct = (n: number, space: Space) =>
  renderIn(<OtherPlaces path={`/a-revoir/${n}`} />, { space, path: `/a-revoir/${n}` })

test('a refused birth is corrected in one form: all that it said is sent, once, and it leaves the list', async () => {
  const { space, n, change } = await withBirthRefused()
  const { notices } = await correct(n, space)
  expect((await input(/^Nom/)).value).toBe('Élodie Roux')
  expect((await input(/^Mobile/)).value).toBe(born.mobile)
  fireEvent.input(await input(/^Fonction/), { target: { value: 'Tutrice' } })
  saveIt()
  await waitFor(async () => expect(await refusedCount(space)).toBe(0))
  const sent = await outbox(space)
  expect(sent).toHaveLength(2)
  expect(sent[1]).toMatchObject({ n: 2, row: change?.row })
  expect(sent[1]?.fields).toEqual({ ...change?.fields, position: 'Tutrice' })
  await waitFor(() => expect(notices.map(({ text }) => text)).toEqual(['Sera envoyé à nouveau']))
  await waitFor(() => expect(location.pathname).toBe('/a-revoir'))
  await waitFor(async () => expect(await draftsOf(space)).toEqual([]))
})

test('a refused edit is corrected from its own words, not from what the server told since; only its fields are asked', async () => {
  const { space, person } = await withBirthRefused()
  await space.db.table('refused').clear()
  await save(space, [{ table: 'people', row: person, fields: { position: 'Maître d’apprentissage, atelier nord' } }])
  const { n } = await refuse(space)
  await space.db.table('people').update(person, { position: 'Tutrice', seq: 9 })
  await correct(n, space)
  const position = await input(/^Fonction/)
  expect(position.value).toBe('Maître d’apprentissage, atelier nord')
  expect(screen.queryByLabelText(/^Nom/)).toBeNull()
  fireEvent.input(position, { target: { value: 'Maître d’apprentissage' } })
  saveIt()
  await waitFor(async () => expect(await refusedCount(space)).toBe(0))
  const last = (await outbox(space)).at(-1)
  expect(last).toMatchObject({ base: 0, row: person })
  expect(last?.fields).toEqual({ position: 'Maître d’apprentissage' })
  expect(await space.db.table('people').get(person)).toMatchObject({ position: 'Maître d’apprentissage' })
})

test('a required field left empty is not sent again', async () => {
  const { space, n } = await withBirthRefused()
  await correct(n, space)
  fireEvent.input(await input(/^Nom/), { target: { value: ' ' } })
  saveIt()
  await waitFor(() => expect(document.activeElement?.id).toBe('form-name'))
  expect([await refusedCount(space), (await outbox(space)).length]).toEqual([1, 1])
})

test('given up, the correction leaves the refused entry as it was', async () => {
  const { space, n } = await withBirthRefused()
  const before = await space.db.table('refused').toArray()
  await correct(n, space)
  fireEvent.input(await input(/^Fonction/), { target: { value: 'Tutrice' } })
  fireEvent.click(screen.getByRole('button', { name: 'Annuler' }))
  await waitFor(() => expect(location.pathname).toBe('/a-revoir'))
  expect(await space.db.table('refused').toArray()).toEqual(before)
  expect(await outbox(space)).toHaveLength(1)
})

test('what was typed of a correction is there again when one comes back', async () => {
  const { space, n } = await withBirthRefused()
  const { view } = await correct(n, space)
  fireEvent.input(await input(/^Fonction/), { target: { value: 'Tutrice' } })
  await waitFor(async () => expect(await draftsOf(space)).toHaveLength(1))
  view.unmount()
  await correct(n, space)
  await waitFor(async () => expect((await input(/^Fonction/)).value).toBe('Tutrice'))
})

test('a correction that was begun is offered before anything else may become of its entry', async () => {
  const { space, n } = await withBirthRefused()
  const { view } = await correct(n, space)
  fireEvent.input(await input(/^Fonction/), { target: { value: 'Tutrice' } })
  await waitFor(async () => expect(await draftsOf(space)).toHaveLength(1))
  view.unmount()
  await renderIn(<RefusedPage />, { space })
  const goOn = await screen.findByRole('link', { name: 'Reprendre la correction' })
  expect(goOn.getAttribute('href')).toBe(`/a-revoir/${n}`)
  expect(screen.queryByRole('button', { name: 'Envoyer à nouveau' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Retirer de la liste' })).toBeNull()
})

test('words typed for an entry that was taken off the list are still there, and may be sent', async () => {
  const { space, n } = await withBirthRefused()
  const { view } = await correct(n, space)
  fireEvent.input(await input(/^Fonction/), { target: { value: 'Tutrice' } })
  await waitFor(async () => expect(await draftsOf(space)).toHaveLength(1))
  view.unmount()
  await space.db.table('refused').update(n, { isOff: true })
  await correct(n, space)
  await waitFor(async () => expect((await input(/^Fonction/)).value).toBe('Tutrice'))
  saveIt()
  await waitFor(async () => expect(await outbox(space)).toHaveLength(2))
  expect(await refusedIn(space)).toEqual({ listed: [], off: [] })
})

test.each(['12', 'x'])('an address of nothing to review says so: %s', async (n) => {
  await renderIn(<OtherPlaces path={`/a-revoir/${n}`} />, { path: `/a-revoir/${n}` })
  await screen.findByText('Cette saisie n’est plus à revoir.')
})
