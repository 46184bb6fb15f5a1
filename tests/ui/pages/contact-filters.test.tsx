import { fireEvent, screen, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import type { Filters } from '../../../src/store/filter-names.ts'
import { birth, save } from '../../../src/store/write.ts'
import { ContactFilters } from '../../../src/ui/pages/contact-filters.tsx'
import { renderIn, testSpace } from '../render-app.tsx'

const show = async (table: string, filters: Filters, language: 'fr' | 'en' = 'fr') => {
  const space = await testSpace()
  const fair = birth(space, 'events', { name: 'Salon des métiers', startsOn: '2026-11-22' })
  const at = '2026-11-22T10:00:00.000Z'
  await save(space, [
    fair,
    birth(space, 'organisations', { name: 'Fonderie', basin: 'Haute vallée', localSectors: ['Bijou'] }),
    birth(space, 'exchanges', { kind: 'fair', at }),
  ])
  const asked: Filters[] = []
  await renderIn(<ContactFilters table={table} filters={filters} onChange={(next) => asked.push(next)} />, {
    space,
    language,
  })
  return { asked, fair: fair.row }
}

test('a choice narrows the list and keeps the other filters', async () => {
  const { asked, fair } = await show('people', { interest: 'jury' })
  const event = screen.getByRole('combobox', { name: 'Événement' })
  await within(event).findByRole('option', { name: 'Salon des métiers' })
  fireEvent.change(event, { target: { value: fair } })
  expect(asked).toEqual([{ interest: 'jury', event: fair }])
})

test('a filter is taken away by “Tous”, and all of them by “Tout afficher”', async () => {
  const { asked } = await show('people', { interest: 'jury', kind: 'company' })
  fireEvent.change(screen.getByRole('combobox', { name: 'Intérêt' }), { target: { value: '' } })
  fireEvent.click(screen.getByRole('button', { name: 'Tout afficher' }))
  expect(asked).toEqual([{ kind: 'company' }, {}])
})

test('nothing is to be cleared where nothing is filtered', async () => {
  await show('organisations', {})
  expect(screen.queryByRole('button', { name: 'Tout afficher' })).toBeNull()
  await screen.findByRole('option', { name: 'Haute vallée' })
  await screen.findByRole('option', { name: 'Bijou' })
})

test('each list offers the kinds of its own rows', async () => {
  await show('exchanges', {})
  const kinds = within(screen.getByRole('combobox', { name: 'Type' }))
  kinds.getByRole('option', { name: 'Appel' })
  expect(kinds.queryByRole('option', { name: 'Entreprise' })).toBeNull()
  await within(screen.getByRole('combobox', { name: 'Mois' })).findByRole('option', { name: 'novembre 2026' })
})

test('a filter that came with the address is shown in words', async () => {
  await show('people', { month: '2026-09/2027-08', college: 'none' })
  screen.getByRole('option', { name: 'Année scolaire 2026–2027', selected: true })
  screen.getByRole('option', { name: 'Non renseigné', selected: true })
})

test('an address with a month that is none still shows the filters', async () => {
  await show('people', { month: 'nonsense' }, 'en')
  screen.getByRole('option', { name: 'nonsense', selected: true })
})
