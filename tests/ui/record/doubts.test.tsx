import { fireEvent, screen } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { listed } from '../../../src/store/read.ts'
import { birth, save } from '../../../src/store/write.ts'
import { RecordFormPage } from '../../../src/ui/record/record-form-page.tsx'
import { RecordPage } from '../../../src/ui/record/record-page.tsx'
import { renderIn, testSpace } from '../render-app.tsx'

const type = (label: string, value: string) => {
  const field = screen.getByLabelText(label)
  fireEvent.focusIn(field)
  fireEvent.input(field, { target: { value } })
  fireEvent.focusOut(field)
}

test('an end before its beginning is doubted beside it, and kept if one means it', async () => {
  const { space } = await renderIn(<RecordFormPage table="trainingPeriods" />, {
    path: '/pilotage/trainingPeriods/new',
  })
  await screen.findByLabelText('Nom')
  type('Nom', 'PFMP 1')
  type('Du', '2027-01-11')
  type('Au', '2027-01-04')
  await screen.findByText('À vérifier : La fin vient avant le début. Gardé tel quel.')
  type('Au', '2027-02-05')
  expect(screen.queryByText(/La fin vient avant le début/)).toBeNull()
  type('Au', '2027-01-04')
  fireEvent.click(screen.getByRole('button', { name: 'Enregistrer' }))
  await screen.findByText('Enregistré sur ce téléphone').catch(() => {})
  expect(await listed(space, 'trainingPeriods')).toMatchObject([{ startsOn: '2027-01-11', endsOn: '2027-01-04' }])
})

test.each([
  ['-2', 'À vérifier : On compte des personnes : 0, 1, 2… Gardé tel quel.'],
  ['2,5', 'À vérifier : On compte des personnes : 0, 1, 2… Gardé tel quel.'],
  ['12000', 'À vérifier : C’est plus qu’un établissement n’en compte. Gardé tel quel.'],
])('%s pupils are doubted', async (number, said) => {
  await renderIn(<RecordFormPage table="placements" />, { path: '/pilotage/placements/new' })
  await screen.findByLabelText('Élèves')
  type('Élèves', number)
  await screen.findByText(said)
  type('Élèves', '3')
  expect(screen.queryByText(/^À vérifier/)).toBeNull()
})

test('what was kept doubtful says so on its page too', async () => {
  const space = await testSpace()
  const dupont = birth(space, 'organisations', { name: 'Dupont' })
  const placed = birth(space, 'placements', { organisation: dupont.row, startsOn: '2027-01-04', number: -2 })
  await save(space, [dupont, placed])
  await renderIn(<RecordPage table="placements" id={placed.row} />, { space })
  await screen.findByText('À vérifier')
})
