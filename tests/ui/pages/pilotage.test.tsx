import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { filtersFrom } from '../../../src/store/filter-names.ts'
import { idsMatching } from '../../../src/store/filters.ts'
import type { Space } from '../../../src/store/space.ts'
import { birth, save } from '../../../src/store/write.ts'
import { PilotagePage } from '../../../src/ui/pages/pilotage.tsx'
import { renderIn, testSpace } from '../render-app.tsx'

const now = new Date(2027, 2, 1, 12).getTime()
const at = (year: number, month: number) => new Date(year, month - 1, 10, 12).toISOString()

const filled = async (): Promise<Space> => {
  const space = await testSpace(() => now)
  const [ann, bob] = ['Ann', 'Bob'].map((name) => birth(space, 'people', { name }))
  const fair = birth(space, 'events', { name: 'Salon des métiers', startsOn: '2026-11-10' })
  const [annId, bobId, event] = [ann?.row, bob?.row, fair.row]
  await save(space, [
    ...(ann && bob ? [ann, bob] : []),
    fair,
    birth(space, 'organisations', { name: 'Fonderie', college: 'economy' }),
    birth(space, 'organisations', { name: 'Lycée', college: 'training' }),
    birth(space, 'organisations', { name: 'Sans collège' }),
    birth(space, 'exchanges', { kind: 'fair', at: at(2026, 11), event, people: [annId, bobId] }),
    birth(space, 'exchanges', { kind: 'fair', at: at(2026, 11), event, people: [annId] }),
    birth(space, 'exchanges', { kind: 'call', at: at(2027, 1), people: [annId] }),
    birth(space, 'exchanges', { kind: 'call', at: at(2026, 3), people: [bobId] }),
  ])
  return space
}
const section = async (name: string) => {
  const heading = await screen.findByRole('heading', { name })
  return within(heading.closest('section') as HTMLElement)
}

test('each figure counts as many as the list it opens', async () => {
  const space = await filled()
  await renderIn(<PilotagePage />, { space, path: '/pilotage' })
  await screen.findByRole('heading', { name: 'Échanges par type et par mois' })
  let checked = 0
  for (const line of screen.getAllByRole('row')) {
    const link = within(line).queryByRole('link') as HTMLAnchorElement | null
    if (!link) continue
    const address = new URL(link.href)
    const table = address.pathname.split('/')[2] ?? ''
    const ids = await idsMatching(space, table, filtersFrom(Object.fromEntries(address.searchParams)))
    expect(within(line).getByRole('cell').textContent).toBe(String(ids.size))
    expect(ids.size).toBeGreaterThan(0)
    checked += 1
  }
  // two kinds, two months of one kind each, one event, three colleges
  expect(checked).toBe(10)
})

test('month by month is one tap away and opens its lists', async () => {
  await renderIn(<PilotagePage />, { space: await filled(), path: '/pilotage' })
  fireEvent.click(await screen.findByText('Mois par mois', { selector: 'summary' }))
  const table = within(screen.getByRole('table', { name: 'Mois par mois' }))
  expect(table.getByRole('link', { name: 'novembre 2026' }).getAttribute('href')).toBe(
    '/contacts/exchanges?month=2026-11',
  )
  expect(table.getByRole('link', { name: 'Rencontre sur salon' }).getAttribute('href')).toBe(
    '/contacts/exchanges?kind=fair&month=2026-11',
  )
})

test('the school year in course is chosen, and all of it one choice away', async () => {
  await renderIn(<PilotagePage />, { space: await filled(), path: '/pilotage' })
  const exchanges = await section('Échanges par type et par mois')
  exchanges.getByRole('link', { name: '3 échanges' })
  const period = screen.getByRole('combobox', { name: 'Période' })
  within(period).getByRole('option', { name: 'Année scolaire 2026–2027', selected: true })
  within(period).getByRole('option', { name: 'Année scolaire 2025–2026' })
  fireEvent.change(period, { target: { value: 'all' } })
  const all = await screen.findByRole('link', { name: '4 échanges' })
  expect(all.getAttribute('href')).toBe('/contacts/exchanges')
  fireEvent.change(period, { target: { value: '2025' } })
  await screen.findByRole('link', { name: '1 échange' })
  screen.getByText('Aucune personne rencontrée à un événement sur cette période.')
})

test('people met are counted once in the total, which opens them all', async () => {
  await renderIn(<PilotagePage />, { space: await filled(), path: '/pilotage' })
  const people = await section('Personnes rencontrées par événement')
  const total = people.getByRole('link', { name: '2 personnes' })
  expect(total.getAttribute('href')).toContain('event=any')
})

test('a figure says how it is counted', async () => {
  await renderIn(<PilotagePage />, { space: await filled(), path: '/pilotage', language: 'en' })
  const structures = await section('Organisations by stakeholder group')
  structures.getByText('How it is counted')
  structures.getByText(/by the stakeholder group noted on their record/)
})

test('an empty notebook gets one sentence and one act, no zeros', async () => {
  const { captures } = await renderIn(<PilotagePage />, { path: '/pilotage' })
  fireEvent.click(await screen.findByRole('button', { name: 'Noter un contact' }))
  await waitFor(() => expect(captures).toHaveLength(1))
  expect(screen.queryByRole('combobox')).toBeNull()
  expect(screen.queryByText('0')).toBeNull()
})
