import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import type { AnyRow } from '../../../src/domain/record.ts'
import type { Event } from '../../../src/domain/records/event.ts'
import { draftsOf } from '../../../src/store/drafts.ts'
import { listed, rowOf } from '../../../src/store/read.ts'
import type { Space } from '../../../src/store/space.ts'
import { birth, save } from '../../../src/store/write.ts'
import { useLive } from '../../../src/ui/app/use-live.ts'
import { eventFigures } from '../../../src/ui/event/event-figures.ts'
import { EventSides } from '../../../src/ui/event/event-sides.tsx'
import { isFormOpenHere } from '../../../src/ui/update/open-form.ts'
import { renderIn, testSpace } from '../render-app.tsx'

const noon = () => new Date('2026-11-22T12:00:00').getTime()
const at = '2026-11-22T09:00:00.000Z'

/** The page's part, given its row as the page gives it: live. */
const Sides = ({ id }: { id: string }) => {
  const row = useLive((space) => rowOf<AnyRow>(space, 'events', id), [id])
  return row ? <EventSides row={row} /> : null
}
const prepared = async (values: Record<string, unknown> = {}) => {
  const space = await testSpace(noon)
  const event = birth(space, 'events', { name: 'Salon des métiers', startsOn: '2026-11-22', ...values })
  const counted = (name: string, number: number) =>
    birth(space, 'visitorCounts', { event: event.row, public: name, number, at })
  await save(space, [event, counted('families', 30), counted('families', 12), counted('teachers', 3)])
  return { space, id: event.row }
}
const eventIn = (space: Space, id: string) => rowOf<Event>(space, 'events', id)
const counts = async (space: Space) => (await listed(space, 'visitorCounts')).map((one) => [one.public, one.number])
const visitors = () => within(screen.getByRole('table', { name: 'Visiteurs comptés' }))
const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })
const openClosing = async () => fireEvent.click(await screen.findByRole('button', { name: 'Clore l’événement' }))

test('the page tells how many visitors of each public were counted', async () => {
  const { space, id } = await prepared()
  await renderIn(<Sides id={id} />, { space })
  await screen.findByRole('table', { name: 'Visiteurs comptés' })
  expect(visitors().getByRole('row', { name: 'Familles 42' })).toBeTruthy()
  expect(visitors().getByRole('row', { name: 'Tous publics 45' })).toBeTruthy()
})

test('a correction is written as the difference, which may be negative, and nothing counted is overwritten', async () => {
  const { space, id } = await prepared()
  await renderIn(<Sides id={id} />, { space })
  fireEvent.click(await screen.findByRole('button', { name: 'Corriger' }))
  expect((screen.getByLabelText('Familles') as HTMLInputElement).value).toBe('42')
  type('Familles', '40')
  fireEvent.click(screen.getByRole('button', { name: 'Enregistrer la correction' }))
  await waitFor(() => expect(visitors().getByRole('row', { name: 'Familles 40' })).toBeTruthy())
  const written = await counts(space)
  expect(written).toHaveLength(4)
  expect(written).toContainEqual(['families', -2])
})

test('closing keeps reach, attendance, cost, words and corrected counts, all in one save', async () => {
  const { space, id } = await prepared()
  const { notices } = await renderIn(<Sides id={id} />, { space })
  await openClosing()
  fireEvent.click(screen.getByRole('button', { name: 'Départementale' }))
  type('Fréquentation', '1 200')
  type('Coût', '350,50')
  type('Enseignants', '5')
  type('Quelques mots', 'Beaucoup de familles le matin.')
  expect(isFormOpenHere()).toBe(true)
  const before = await space.db.table('meta').get('mark')
  fireEvent.click(screen.getByRole('button', { name: 'Clore' }))
  await screen.findByText('Clos le 22 nov. 2026')
  expect(await eventIn(space, id)).toMatchObject({
    scope: 'department',
    attendance: 1200,
    cost: 350.5,
    summary: 'Beaucoup de familles le matin.',
    closedAt: new Date(noon()).toISOString(),
  })
  expect(await counts(space)).toContainEqual(['teachers', 2])
  expect((await space.db.table('meta').get('mark')).rev).toBe(before.rev + 1)
  expect(await draftsOf(space)).toEqual([])
  await waitFor(() => expect(isFormOpenHere()).toBe(false))
  expect(notices.at(-1)?.act?.word).toBe('Annuler')
})

test('a closing begun and left is there when one comes back', async () => {
  const { space, id } = await prepared()
  const first = await renderIn(<Sides id={id} />, { space })
  await openClosing()
  type('Quelques mots', 'À finir ce soir')
  await waitFor(async () => expect(await draftsOf(space)).toHaveLength(1))
  first.view.unmount()
  expect((await draftsOf(space))[0]).toMatchObject({ form: `close/${id}`, title: 'Clore Salon des métiers' })
  await renderIn(<Sides id={id} />, { space })
  await waitFor(() => expect(screen.getByLabelText('Quelques mots')).toHaveProperty('value', 'À finir ce soir'))
})

test('a closing the phone cannot keep is told at once, and stays on screen', async () => {
  const { space, id } = await prepared()
  const { notices } = await renderIn(<Sides id={id} />, { space })
  await openClosing()
  space.db.table('drafts').hook('creating', () => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  type('Quelques mots', 'À finir ce soir')
  await waitFor(() =>
    expect(notices.at(-1)).toMatchObject({ urgent: true, text: expect.stringMatching(/^Pas enregistré/) }),
  )
  expect(screen.getByLabelText('Quelques mots')).toHaveProperty('value', 'À finir ce soir')
  fireEvent.click(screen.getByRole('button', { name: 'Plus tard' }))
  await new Promise((done) => setTimeout(done, 50))
  expect(notices.map(({ text }) => text)).not.toContain('Brouillon gardé')
  expect(screen.getByLabelText('Quelques mots')).toHaveProperty('value', 'À finir ce soir')
})

test('a closed event can be reopened, and keeps what was said of it', async () => {
  const { space, id } = await prepared({ closedAt: at, summary: 'Bien' })
  await renderIn(<Sides id={id} />, { space })
  fireEvent.click(await screen.findByRole('button', { name: 'Rouvrir' }))
  await screen.findByRole('button', { name: 'Clore l’événement' })
  expect(await eventIn(space, id)).toMatchObject({ summary: 'Bien' })
  expect((await eventIn(space, id))?.closedAt).toBeUndefined()
})

test('one says on the page that one is there, only on the days of the event', async () => {
  const { space, id } = await prepared()
  await renderIn(<Sides id={id} />, { space })
  fireEvent.click(await screen.findByRole('button', { name: 'J’y suis' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Je n’y suis plus' }))
  await screen.findByRole('button', { name: 'J’y suis' })
})

test('an event of last week may be closed and does not ask whether one is there; one of next week asks nothing yet', async () => {
  const past = await prepared({ startsOn: '2026-11-15' })
  await renderIn(<Sides id={past.id} />, { space: past.space })
  await screen.findByRole('button', { name: 'Clore l’événement' })
  expect(screen.queryByRole('button', { name: 'J’y suis' })).toBeNull()
  cleanup()
  const { space, id } = await prepared({ startsOn: '2026-11-29' })
  const { view } = await renderIn(
    <>
      <Sides id={id} />
      <p>Fiche</p>
    </>,
    { space },
  )
  await screen.findByText('Fiche')
  expect(view.queryAllByRole('button')).toEqual([])
})

test('the people met are those its exchanges name, each once; who was only called is none of them', async () => {
  const { space, id } = await prepared()
  const ana = birth(space, 'people', { name: 'Ana Ruiz' })
  const exchange = () => birth(space, 'exchanges', { kind: 'fair', at, event: id, people: [ana.row] })
  const bo = birth(space, 'people', { name: 'Bo Lam' })
  const call = birth(space, 'exchanges', { kind: 'call', at, event: id, people: [bo.row] })
  await save(space, [ana, exchange(), exchange(), bo, call])
  await renderIn(<Sides id={id} />, { space })
  const link = await screen.findByRole('link', { name: /Ana Ruiz/ })
  expect(screen.queryByText('Bo Lam')).toBeNull()
  expect(await eventFigures(space, id, '')).toMatchObject({ met: 1 })
  expect(link.getAttribute('href')).toBe(`/contacts/people/${ana.row}`)
})
