import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { listed } from '../../../src/store/read.ts'
import { birth, save } from '../../../src/store/write.ts'
import { RecordFormPage } from '../../../src/ui/record/record-form-page.tsx'
import { renderIn, testSpace } from '../render-app.tsx'

const noon = () => new Date('2026-11-24T12:00:00').getTime()
const shownIn = (label: string) => (screen.getByLabelText(label) as HTMLInputElement).value
const type = (label: string, value: string) => {
  const field = screen.getByLabelText(label)
  fireEvent.focusIn(field)
  fireEvent.input(field, { target: { value } })
}

const filled = async () => {
  const space = await testSpace(noon)
  const melec = birth(space, 'formations', { shortName: 'MELEC' })
  const cuisine = birth(space, 'formations', { shortName: 'CAP Cuisine' })
  const period = (name: string, formation: string, startsOn: string, endsOn: string) =>
    birth(space, 'trainingPeriods', { name, formation, startsOn, endsOn })
  const first = period('PFMP 1', melec.row, '2027-01-04', '2027-01-29')
  await save(space, [melec, cuisine, first, period('PFMP 2', cuisine.row, '2027-05-17', '2027-06-11')])
  await renderIn(<RecordFormPage table="placements" />, { space, path: '/pilotage/placements/new' })
  await screen.findByLabelText('Élèves')
  return { space, melec: melec.row }
}

test('a period that is chosen brings its formation and its days, another one its own', async () => {
  await filled()
  type('Période', 'PFMP 1')
  await waitFor(() =>
    expect([shownIn('Formation'), shownIn('Du'), shownIn('Au')]).toEqual(['MELEC', '2027-01-04', '2027-01-29']),
  )
  type('Période', 'PFMP 2')
  await waitFor(() =>
    expect([shownIn('Formation'), shownIn('Du'), shownIn('Au')]).toEqual(['CAP Cuisine', '2027-05-17', '2027-06-11']),
  )
})

test('what one typed stays', async () => {
  await filled()
  type('Du', '2027-01-11')
  type('Période', 'PFMP 1')
  await waitFor(() => expect(shownIn('Au')).toBe('2027-01-29'))
  expect(shownIn('Du')).toBe('2027-01-11')
})

test('a formation whose name is typed whole is the one that is there, never a second one', async () => {
  const { space, melec } = await filled()
  const dupont = birth(space, 'organisations', { name: 'Dupont' })
  await save(space, [dupont])
  type('Structure d’accueil', 'Dupont')
  type('Élèves', '2')
  type('Formation', 'melec')
  await waitFor(() => expect(shownIn('Formation')).toBe('MELEC'))
  fireEvent.click(screen.getByRole('button', { name: 'Enregistrer' }))
  await waitFor(async () => expect(await listed(space, 'placements')).toMatchObject([{ formation: melec, number: 2 }]))
  expect(await listed(space, 'formations')).toHaveLength(2)
})
