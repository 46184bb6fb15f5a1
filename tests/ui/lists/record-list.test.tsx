import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { rowOf } from '../../../src/store/read.ts'
import type { Space } from '../../../src/store/space.ts'
import { birth, editOf, save } from '../../../src/store/write.ts'
import { RecordList } from '../../../src/ui/lists/record-list.tsx'
import { renderIn, testSpace } from '../render-app.tsx'

const noon = () => new Date('2026-11-24T12:00:00').getTime()

const filled = async () => {
  const space = await testSpace(noon)
  const school = birth(space, 'organisations', { name: 'Lycée de la Fable' })
  const [dupont, martin] = ['Garage Dupont', 'Ateliers Martin'].map((name) => birth(space, 'organisations', { name }))
  const melec = birth(space, 'formations', { shortName: 'MELEC', level: 'bac', schools: [school.row] })
  const cuisine = birth(space, 'formations', { shortName: 'CAP Cuisine', level: 'cap' })
  const hosts = (organisation: string | undefined, formation: string, startsOn: string, number: number) =>
    birth(space, 'placements', { organisation, formation, startsOn, number, kind: 'pfmp' })
  const placements = [
    hosts(dupont?.row, melec.row, '2026-01-05', 2),
    hosts(martin?.row, melec.row, '2026-05-18', 1),
    hosts(martin?.row, cuisine.row, '2026-03-02', 3),
  ]
  await save(space, [school, ...[dupont, martin].flatMap((one) => one ?? []), melec, cuisine, ...placements])
  return { space, school: school.row, dupont: dupont?.row ?? '', melec: melec.row }
}
const lines = () =>
  screen.queryAllByRole('listitem').map((item) =>
    within(item)
      .getByRole('link')
      .textContent?.replace(/\d+\s\S+\s\d{4}$/, ''),
  )
const shown = (space: Space, table: string, query = '') =>
  renderIn(<RecordList table={table} />, { space, path: `/pilotage/${table}${query}` })

test('placements are told by who received how many of which formation, the latest first', async () => {
  const { space } = await filled()
  await shown(space, 'placements')
  await screen.findByText('3 fiches')
  expect(lines()).toEqual([
    'Ateliers MartinMELEC · 1 élève',
    'Ateliers MartinCAP Cuisine · 3 élèves',
    'Garage DupontMELEC · 2 élèves',
  ])
})

test('a list is narrowed by what its rows have, in the address too, and shown whole again in one tap', async () => {
  const { space, melec } = await filled()
  await shown(space, 'placements')
  await screen.findByText('3 fiches')
  fireEvent.click(screen.getByRole('button', { name: 'Filtrer' }))
  const formation = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Formation' })
  await waitFor(() => expect([...formation.options].map(({ text }) => text)).toEqual(['Tout', 'CAP Cuisine', 'MELEC']))
  fireEvent.change(formation, { target: { value: melec } })
  await screen.findByText('2 fiches')
  expect(lines()).toEqual(['Ateliers MartinMELEC · 1 élève', 'Garage DupontMELEC · 2 élèves'])
  expect(new URLSearchParams(location.search).get('formation')).toBe(melec)
  // What one adds while looking at one formation is of that formation.
  expect(screen.getByRole('link', { name: 'Ajouter' }).getAttribute('href')).toContain(`formation=${melec}`)
  fireEvent.click(screen.getByRole('button', { name: 'Tout montrer' }))
  await screen.findByText('3 fiches')
})

test('an address opens a list that is narrowed already, and words narrow it further', async () => {
  const { space, melec } = await filled()
  await shown(space, 'placements', `?formation=${melec}`)
  await screen.findByText('2 fiches')
  fireEvent.input(screen.getByRole('searchbox', { name: 'Rechercher' }), { target: { value: 'dupont' } })
  await screen.findByText('1 fiche')
  expect(lines()).toEqual(['Garage DupontMELEC · 2 élèves'])
  fireEvent.input(screen.getByRole('searchbox', { name: 'Rechercher' }), { target: { value: 'cuisine' } })
  await screen.findByText('Rien trouvé pour « cuisine ».')
  fireEvent.input(screen.getByRole('searchbox', { name: 'Rechercher' }), { target: { value: '' } })
})

test('the list follows what is saved, and a structure that takes another name', async () => {
  const { space, dupont } = await filled()
  await shown(space, 'placements')
  await screen.findByText('3 fiches')
  await save(space, [birth(space, 'placements', { organisation: dupont, startsOn: '2026-11-02', number: 1 })])
  await screen.findByText('4 fiches')
  const row = await rowOf(space, 'organisations', dupont)
  const edit = row && editOf('organisations', row, { name: 'Garage de la Fable' })
  await save(space, edit ? [edit] : [])
  await waitFor(() => expect(lines().filter((line) => line?.startsWith('Garage de la Fable'))).toHaveLength(2))
})

test('an empty list says what it is for', async () => {
  await shown(await testSpace(noon), 'formations')
  await screen.findByText(/Aucune formation encore/)
})
