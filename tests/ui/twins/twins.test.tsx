import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { rowOf } from '../../../src/store/read.ts'
import { birth, save } from '../../../src/store/write.ts'
import { useLocation } from '../../../src/ui/app/location.tsx'
import { countsOf, sumsOf } from '../../../src/ui/event/event-figures.ts'
import { RecordPage } from '../../../src/ui/record/record-page.tsx'
import { TwinsPage } from '../../../src/ui/twins/twins-page.tsx'
import { fromColleague, teamSpace } from '../as-a-team.ts'
import { renderIn, testSpace } from '../render-app.tsx'

const noon = () => new Date('2026-11-24T12:00:00').getTime()

/** The record pages and those of twins, at their addresses. */
const Pages = () => {
  const { path } = useLocation()
  const [place, table, id, more] = path.slice(1).split('/')
  if (place === 'doublons') return <TwinsPage table={table} one={id} other={more} />
  return <RecordPage key={id} table={String(table)} id={String(id)} />
}
const twice = async () => {
  const space = await testSpace(noon)
  const one = birth(space, 'organisations', { name: 'Dupont', town: 'Voiron', phone: '+33476000000' })
  const other = birth(space, 'organisations', {
    ...{ name: 'Ets Dupont', town: 'Voiron', kind: 'craft', tags: ['bois'], notes: 'Entrée par la cour' },
  })
  const exchange = birth(space, 'exchanges', {
    ...{ kind: 'call', at: '2026-11-20T09:00:00.000Z', organisation: other.row, subject: 'Stage de mai' },
  })
  await save(space, [one, other, exchange])
  const kept = async () => ({
    one: await space.db.table('organisations').get(one.row),
    other: await space.db.table('organisations').get(other.row),
  })
  return { space, one: one.row, other: other.row, kept }
}
const at = (path: string) => `/contacts/organisations/${path}`

test('a structure noted twice is told on its page, compared, and put together in one tap that can be taken back', async () => {
  const { space, one, other, kept } = await twice()
  const { notices } = await renderIn(<Pages />, { space, path: at(one) })
  const line = await screen.findByRole('link', { name: 'Comparer avec Ets Dupont' })
  fireEvent.click(line)
  expect(await screen.findByRole('heading', { name: 'La même fiche\u202f?' })).toBeTruthy()
  fireEvent.click(await screen.findByRole('button', { name: /^Dupont/ }))
  fireEvent.click(screen.getByRole('button', { name: 'Réunir' }))
  expect(await screen.findByRole('heading', { name: 'Dupont', level: 1 })).toBeTruthy()
  expect((await kept()).other.mergedInto).toBe(one)
  // What pointed to the other is found here, and what it had more too.
  expect(await screen.findByRole('link', { name: /Stage de mai/ })).toBeTruthy()
  expect(await screen.findByRole('heading', { name: 'Réunie avec «\u202fEts Dupont\u202f»' })).toBeTruthy()
  expect(screen.getByText('Le 24 nov. 2026, par vous')).toBeTruthy()
  notices.at(-1)?.act?.run()
  await waitFor(() => expect(screen.queryByRole('heading', { name: /Réunie avec/ })).toBeNull())
  expect((await kept()).other.mergedInto).toBeUndefined()
  expect(await screen.findByRole('link', { name: 'Comparer avec Ets Dupont' })).toBeTruthy()
  expect(await space.db.table('outbox').where('n').above(3).count()).toBe(2)
  expect((await space.db.table('outbox').get(4)).fields).toEqual({ mergedInto: one })
  expect(other).not.toBe(one)
})

test('the address of the one that was merged shows the one that stays; its values are taken over one by one', async () => {
  const { space, one, other, kept } = await twice()
  await save(space, [{ table: 'organisations', row: other, fields: { mergedInto: one } }])
  await renderIn(<Pages />, { space, path: at(other) })
  expect(await screen.findByRole('heading', { name: 'Dupont', level: 1 })).toBeTruthy()
  fireEvent.click(await screen.findByRole('button', { name: 'Reprendre\u00a0: Notes' }))
  await waitFor(async () => expect((await kept()).one.notes).toBe('Entrée par la cour'))
  fireEvent.click(await screen.findByRole('button', { name: 'Reprendre\u00a0: Étiquettes' }))
  await waitFor(async () => expect((await kept()).one.tags).toEqual(['bois']))
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Reprendre\u00a0: Notes' })).toBeNull())
  // The town is the same: there is nothing to take.
  expect(screen.queryByRole('button', { name: 'Reprendre\u00a0: Commune' })).toBeNull()
})

test('what a colleague wrote meanwhile on the merged one is seen on the one that stays', async () => {
  const { space, one, other } = await twice()
  await save(space, [{ table: 'organisations', row: other, fields: { mergedInto: one } }])
  const { index } = await renderIn(<Pages />, { space, path: at(one) })
  await screen.findByRole('heading', { name: /Réunie avec/ })
  const row = await space.db.table('organisations').get(other)
  await space.db.table('organisations').put({ ...row, website: 'dupont.example' })
  await index.refresh()
  expect(await screen.findByText('dupont.example')).toBeTruthy()
})

test('two records put together are separated for ninety days, and no longer after', async () => {
  let now = noon()
  const { space, one, other, kept } = await twice()
  Object.assign(space, { now: () => now })
  await save(space, [{ table: 'organisations', row: other, fields: { mergedInto: one } }])
  const { view } = await renderIn(<Pages />, { space, path: at(one) })
  fireEvent.click(await screen.findByRole('button', { name: 'Séparer' }))
  await waitFor(async () => expect((await kept()).other.mergedInto).toBeUndefined())
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Séparer' })).toBeNull())
  view.unmount()
  await save(space, [{ table: 'organisations', row: other, fields: { mergedInto: one } }])
  now += 91 * 86_400_000
  await renderIn(<Pages />, { space, path: at(one) })
  await screen.findByRole('heading', { name: /Réunie avec/ })
  expect(screen.queryByRole('button', { name: 'Séparer' })).toBeNull()
})

test('two that are not the same are offered no more, until that is taken back', async () => {
  const { space, one, other } = await twice()
  const { notices } = await renderIn(<Pages />, { space, path: '/doublons' })
  fireEvent.click(await screen.findByRole('link', { name: /^Dupont .*Ets Dupont .*Comparer$/ }))
  fireEvent.click(await screen.findByRole('button', { name: 'Ce ne sont pas les mêmes' }))
  expect(await screen.findByText('Aucun doublon repéré.')).toBeTruthy()
  expect((await rowOf(space, 'organisations', one))?.mergedInto).toBeUndefined()
  notices.at(-1)?.act?.run()
  expect(await screen.findByRole('link', { name: /^Dupont .*Ets Dupont .*Comparer$/ })).toBeTruthy()
  expect(await space.db.table('outbox').count()).toBe(3)
  expect(other).toBeTruthy()
})

test('which of two structures is which is told by who noted each, and by its people', async () => {
  const space = await teamSpace(noon)
  const [one, other] = [
    birth(space, 'organisations', { name: 'Dupont' }),
    birth(space, 'organisations', { name: 'Ets Dupont' }),
  ]
  const people = ['Ana', 'Bob', 'Cyd', 'Dan', 'Eve'].map((name) => birth(space, 'people', { name }))
  const tie = (person: string, until?: string) =>
    birth(space, 'affiliations', { person, organisation: other.row, ...(until && { until }) })
  const ties = people.map(({ row }, at) => tie(row, at === 0 ? '2026-01-01' : undefined))
  await save(space, [one, other, ...people, ...ties])
  await fromColleague(space, 'organisations', other.row, {})
  await renderIn(<Pages />, { space, path: '/doublons' })
  fireEvent.click(await screen.findByRole('link', { name: /Notée par vous, .* Notée par Claire Martin, .* Comparer/ }))
  const card = await screen.findByRole('button', { name: /^Ets Dupont Notée par Claire Martin/ })
  expect(card.textContent).toContain('Bob, Cyd, Dan et 1\u00a0autre')
  expect(card.textContent).not.toContain('Ana')
  expect(screen.getByRole('button', { name: /^Dupont Notée par vous/ }).textContent).not.toContain('Bob')
})

test('a fair two phones created is told on its page, and what was counted for either adds up once they are put together', async () => {
  const space = await testSpace(noon)
  const fair = birth(space, 'events', { name: 'Forum des métiers', startsOn: '2026-11-24' })
  const too = birth(space, 'events', { name: 'Forum métiers 2026', startsOn: '2026-11-24' })
  const counted = (event: string, number: number) =>
    birth(space, 'visitorCounts', { event, public: 'families', number, at: '2026-11-24T09:00:00.000Z' })
  await save(space, [fair, too, counted(fair.row, 12), counted(too.row, 30)])
  await renderIn(<Pages />, { space, path: `/agenda/events/${fair.row}` })
  fireEvent.click(await screen.findByRole('link', { name: 'Comparer avec Forum métiers 2026' }))
  fireEvent.click(await screen.findByRole('button', { name: /^Forum des métiers/ }))
  fireEvent.click(screen.getByRole('button', { name: 'Réunir' }))
  await waitFor(async () => expect((await space.db.table('events').get(too.row)).mergedInto).toBe(fair.row))
  for (const { row } of [fair, too]) await expect.poll(async () => sumsOf(await countsOf(space, row)).total).toBe(42)
  await screen.findByRole('row', { name: 'Familles 42' })
})

test('a long list of twins grows where it stands', async () => {
  const space = await testSpace(noon)
  const siret = (n: number) => String(10_000_000_000_000 + (n >> 1))
  const twice = Array.from({ length: 62 }, (_, n) => birth(space, 'organisations', { name: 'Dupont', siret: siret(n) }))
  await save(space, twice)
  await renderIn(<Pages />, { space, path: '/doublons' })
  const more = await screen.findByRole('button', { name: 'Voir plus' })
  const [first] = screen.getAllByRole('link', { name: /Comparer$/ })
  fireEvent.click(more)
  await waitFor(() => expect(screen.getAllByRole('link', { name: /Comparer$/ })).toHaveLength(31))
  expect(first?.isConnected).toBe(true)
})
