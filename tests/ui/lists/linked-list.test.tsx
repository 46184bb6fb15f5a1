import { screen, waitFor, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { birth, save } from '../../../src/store/write.ts'
import { RecordPage } from '../../../src/ui/record/record-page.tsx'
import { renderIn, testSpace } from '../render-app.tsx'

const noon = () => new Date('2026-11-24T12:00:00').getTime()
const group = async (name: string) =>
  within((await screen.findByRole('heading', { name })).closest('section') as HTMLElement)

const filled = async () => {
  const space = await testSpace(noon)
  const dupont = birth(space, 'organisations', { name: 'Garage Dupont' })
  const ana = birth(space, 'people', { name: 'Ana Ruiz' })
  const melec = birth(space, 'formations', { shortName: 'MELEC', schools: [dupont.row] })
  const period = birth(space, 'trainingPeriods', {
    ...{ name: 'PFMP 2', formation: melec.row, classes: ['1MELEC'] },
    ...{ startsOn: '2026-11-09', endsOn: '2026-12-04' },
  })
  const place = (startsOn: string, endsOn: string, number: number) =>
    birth(space, 'placements', {
      ...{ organisation: dupont.row, formation: melec.row, period: period.row, tutor: ana.row },
      ...{ startsOn, endsOn, number },
    })
  const placements = [place('2026-11-09', '2026-12-04', 2), place('2026-01-05', '2026-01-30', 5)]
  await save(space, [dupont, ana, melec, period, ...placements])
  return { space, dupont: dupont.row, ana: ana.row, melec: melec.row, period: period.row, place }
}

test('a structure’s page tells what it received, without saying its own name again, and what is taught there', async () => {
  const { space, dupont } = await filled()
  await renderIn(<RecordPage table="organisations" id={dupont} />, { space })
  const received = await group('PFMP et stages')
  await waitFor(() => expect(received.getAllByRole('link', { name: /élèves/ })).toHaveLength(2))
  expect(received.getAllByRole('listitem').map((item) => item.querySelector('bdi')?.textContent)).toEqual([
    'MELEC',
    'MELEC',
  ])
  const noted = within(screen.getByRole('navigation', { name: 'Noter ici' }))
  expect(noted.getAllByRole('link').map((link) => link.textContent)).toEqual([
    'PFMP ou stage',
    'Intervention',
    'Offre d’emploi',
    'Taxe',
    'Parrainage',
  ])
  expect(noted.getByRole('link', { name: 'PFMP ou stage' }).getAttribute('href')).toBe(
    `/pilotage/placements/new?organisation=${dupont}&from=organisations%2F${dupont}`,
  )
  await (await group('Formations enseignées')).findByRole('link', { name: /MELEC/ })
})

test('beside a tutor stands how many of three run today, and a word where they are more', async () => {
  const { space, ana, place } = await filled()
  await renderIn(<RecordPage table="people" id={ana} />, { space })
  const tutored = await group('PFMP et stages suivis comme tuteur')
  await tutored.findByText('2 conventions en cours sur 3')
  await save(space, [place('2026-11-16', '2026-12-11', 2)])
  await tutored.findByText('4 conventions en cours sur 3. Un tuteur en suit au plus trois à la fois.')
})

test('a placement begun from its period starts with all that the period tells', async () => {
  const { space, period, melec } = await filled()
  await renderIn(<RecordPage table="trainingPeriods" id={period} />, { space })
  const wanted = await group('Places à trouver')
  const asked = new URL(wanted.getByRole('link', { name: 'Ajouter' }).getAttribute('href') ?? '', location.href)
  expect(Object.fromEntries(asked.searchParams)).toMatchObject({ kind: 'places', dueOn: '2026-11-09' })
  const received = await group('PFMP et stages')
  const href = received.getByRole('link', { name: 'Ajouter' }).getAttribute('href') ?? ''
  expect(Object.fromEntries(new URL(href, location.href).searchParams)).toEqual({
    ...{ period, formation: melec, kind: 'pfmp', className: '1MELEC' },
    ...{ startsOn: '2026-11-09', endsOn: '2026-12-04' },
    from: `trainingPeriods/${period}`,
  })
})

test('a formation’s page has its periods and who received its pupils', async () => {
  const { space, melec } = await filled()
  await renderIn(<RecordPage table="formations" id={melec} />, { space })
  await (await group('Périodes en entreprise')).findByRole('link', { name: /PFMP 2/ })
  await (await group('PFMP et stages')).findAllByRole('link', { name: /Garage Dupont/ })
})
