import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { listed } from '../../../src/store/read.ts'
import type { Space } from '../../../src/store/space.ts'
import { birth, save } from '../../../src/store/write.ts'
import { RecordPage } from '../../../src/ui/record/record-page.tsx'
import { claire, idris, teamSpace } from '../as-a-team.ts'
import { renderIn } from '../render-app.tsx'

const noon = () => new Date('2026-11-24T12:00:00').getTime()
const under = (heading: string) =>
  within(screen.getByRole('heading', { level: 2, name: heading }).closest('section') as HTMLElement)

/** Twelve places of MELEC wanted; three structures that received it before, one of them without a number. */
const filled = async () => {
  const space = await teamSpace(noon)
  const school = birth(space, 'organisations', { name: 'Lycée de la Fable', town: 'Songe' })
  const melec = birth(space, 'formations', { shortName: 'MELEC', schools: [school.row] })
  const [dupont, martin, perrin] = [
    birth(space, 'organisations', { name: 'Dupont', phone: '+33465710142', town: 'Songe' }),
    birth(space, 'organisations', { name: 'Martin', postcode: '34500' }),
    birth(space, 'organisations', { name: 'Perrin' }),
  ] as const
  const ana = birth(space, 'people', { name: 'Ana Ruiz', mobile: '+33639980142' })
  const tie = birth(space, 'affiliations', { person: ana.row, organisation: martin.row, role: 'tutor' })
  const hosted = [dupont, martin, perrin].map(({ row }) =>
    birth(space, 'placements', { organisation: row, formation: melec.row, startsOn: '2026-01-05', number: 2 }),
  )
  const need = birth(space, 'needs', { kind: 'places', formation: melec.row, number: 12, dueOn: '2027-01-04' })
  await save(space, [school, melec, dupont, martin, perrin, ana, tie, ...hosted, need])
  return { space, need: need.row, dupont: dupont.row, martin: martin.row }
}
/** A tap on a number dials; here nobody does. */
const dial = (link: HTMLElement) => {
  link.addEventListener('click', (event) => event.preventDefault())
  fireEvent.click(link)
}
const asksIn = (space: Space) => listed(space, 'asks')
const names = (heading: string) =>
  under(heading)
    .getAllByRole('listitem')
    .map((item) => item.querySelector('bdi')?.textContent)

test('whom to call stands in order, with why, how near, and the number of whom one rings there', async () => {
  const { space, need } = await filled()
  await renderIn(<RecordPage table="needs" id={need} />, { space })
  await screen.findByRole('heading', { name: 'À solliciter' })
  await waitFor(() => expect(names('À solliciter')).toEqual(['Dupont', 'Martin', 'Perrin']))
  const list = under('À solliciter')
  list.getByText('2 élèves depuis trois ans · même commune')
  expect((await list.findByRole('link', { name: 'Appeler Dupont' })).getAttribute('href')).toBe('tel:+33465710142')
  list.getByText(/^Ana Ruiz, 06/)
  expect(list.getByRole('link', { name: 'Appeler Martin' }).getAttribute('href')).toBe('tel:+33639980142')
  list.getByRole('button', { name: 'Noter l’appel à Perrin' })
})

test('a call ends in places promised, and the count follows', async () => {
  const { space, need } = await filled()
  await renderIn(<RecordPage table="needs" id={need} />, { space })
  await screen.findByText('0 sur 12')
  dial(await screen.findByRole('link', { name: 'Appeler Dupont' }))
  await screen.findByRole('heading', { name: 'Appels en cours' })
  await waitFor(() => expect(names('À solliciter')).toEqual(['Martin', 'Perrin']))
  const said = within(screen.getByRole('group', { name: 'Ce que dit Dupont' }))
  fireEvent.click(said.getByRole('button', { name: 'Promis' }))
  fireEvent.click(within(screen.getByRole('group', { name: 'Combien\u202f?' })).getByRole('button', { name: '3' }))
  await screen.findByText('3 sur 12')
  expect(names('Promis')).toEqual(['Dupont'])
  expect(screen.queryByRole('heading', { name: 'Appels en cours' })).toBeNull()
  expect(await asksIn(space)).toMatchObject([{ outcome: 'promised', places: 3, by: space.me }])
})

test('a refusal keeps its reason, and who said it is asked no more', async () => {
  const { space, need } = await filled()
  await renderIn(<RecordPage table="needs" id={need} />, { space })
  fireEvent.click(await screen.findByRole('button', { name: 'Noter l’appel à Perrin' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Refus' }))
  fireEvent.click(screen.getByRole('button', { name: 'Pas de tuteur' }))
  await screen.findByRole('heading', { name: 'Refus' })
  under('Refus').getByText(/Vous · Pas de tuteur/)
  await waitFor(() => expect(names('À solliciter')).toEqual(['Dupont', 'Martin']))
})

test('who asks to be called back is a thing to do of that day, done once the answer is there', async () => {
  const { space, need } = await filled()
  await renderIn(<RecordPage table="needs" id={need} />, { space })
  dial(await screen.findByRole('link', { name: 'Appeler Dupont' }))
  fireEvent.click(await screen.findByRole('button', { name: 'À rappeler' }))
  fireEvent.click(screen.getByRole('button', { name: 'Dans 7\u00a0jours' }))
  await screen.findByRole('heading', { name: 'À rappeler' })
  const task = { title: 'Rappeler Dupont · MELEC', kind: 'callBack', dueOn: '2026-12-01' }
  expect(await listed(space, 'tasks')).toMatchObject([task])
  fireEvent.click(under('À rappeler').getByRole('button', { name: 'Noter l’appel à Dupont' }))
  fireEvent.click(screen.getByRole('button', { name: 'Promis' }))
  fireEvent.click(screen.getByRole('button', { name: '2' }))
  await screen.findByText('2 sur 12')
  await waitFor(async () => expect((await listed(space, 'tasks'))[0]?.doneAt).toBeDefined())
})

test('what a colleague does is here: who is calling whom, and what was promised to them', async () => {
  const { space, need, dupont, martin } = await filled()
  const by = (organisation: string, member: string, said: Record<string, unknown>) =>
    birth(space, 'asks', { organisation, need, by: member, askedAt: '2026-11-24T10:00:00.000Z', ...said })
  await renderIn(<RecordPage table="needs" id={need} />, { space })
  await screen.findByText('0 sur 12')
  await save(space, [
    by(dupont, claire, { outcome: 'calling' }),
    by(martin, idris, { outcome: 'promised', places: 12 }),
  ])
  await screen.findByText('12 sur 12')
  screen.getByText('Le compte y est.')
  await under('Appels en cours').findByText(/^Claire/)
  await under('Promis').findByText(/^Idris/)
  expect(names('À solliciter')).toEqual(['Perrin'])
})

test('a tap that comes twice is one call', async () => {
  const { space, need } = await filled()
  await renderIn(<RecordPage table="needs" id={need} />, { space })
  const button = await screen.findByRole('button', { name: 'Noter l’appel à Perrin' })
  fireEvent.click(button)
  fireEvent.click(button)
  await screen.findByRole('heading', { name: 'Appels en cours' })
  expect(await asksIn(space)).toHaveLength(1)
})

test('the thing to do is done with the answer, whatever the structure is called by then', async () => {
  const { space, need, dupont } = await filled()
  await renderIn(<RecordPage table="needs" id={need} />, { space })
  dial(await screen.findByRole('link', { name: 'Appeler Dupont' }))
  fireEvent.click(await screen.findByRole('button', { name: 'À rappeler' }))
  const later = screen.getByRole('button', { name: 'Demain' })
  fireEvent.click(later)
  fireEvent.click(later)
  await screen.findByRole('heading', { name: 'À rappeler' })
  expect(await listed(space, 'tasks')).toHaveLength(1)
  await save(space, [{ table: 'organisations', row: dupont, fields: { name: 'Dupont et fils' } }])
  fireEvent.click(await under('À rappeler').findByRole('button', { name: 'Noter l’appel à Dupont et fils' }))
  fireEvent.click(screen.getByRole('button', { name: 'Annuler l’appel' }))
  await waitFor(async () => expect((await listed(space, 'tasks'))[0]?.doneAt).toBeDefined())
})

test('what a later version says of a call is shown as under way, and no structure leaves the page', async () => {
  const { space, need, dupont } = await filled()
  const asked = { organisation: dupont, need, outcome: 'voicemail', askedAt: '2026-11-24T10:00:00.000Z' }
  await save(space, [birth(space, 'asks', asked)])
  await renderIn(<RecordPage table="needs" id={need} />, { space })
  await screen.findByRole('heading', { name: 'Appels en cours' })
  expect(names('Appels en cours')).toEqual(['Dupont'])
})

test('who refused for a need that was deleted since is not asked again this year', async () => {
  const { space, need, dupont } = await filled()
  const [row] = await listed(space, 'needs')
  const old = birth(space, 'needs', { kind: 'places', formation: row?.formation, number: 2, dueOn: '2026-10-01' })
  const asked = { organisation: dupont, need: old.row, outcome: 'refused', askedAt: '2026-10-01T10:00:00.000Z' }
  await save(space, [old, birth(space, 'asks', asked)])
  await save(space, [{ table: 'needs', row: old.row, fields: { deletedAt: '2026-11-24T11:00:00.000Z' } }])
  await renderIn(<RecordPage table="needs" id={need} />, { space })
  await screen.findByRole('heading', { name: 'À solliciter' })
  await waitFor(() => expect(names('À solliciter')).toEqual(['Martin', 'Perrin']))
})

test('a formation nobody knows anything of yet says what to note, and leads there', async () => {
  const space = await teamSpace(noon)
  const agora = birth(space, 'formations', { shortName: 'AGOrA' })
  const need = birth(space, 'needs', { kind: 'places', formation: agora.row, number: 4, dueOn: '2027-01-04' })
  await save(space, [agora, need])
  await renderIn(<RecordPage table="needs" id={need.row} />, { space })
  await screen.findByText(/^Aucune structure ne convient encore/)
  expect(screen.getByRole('link', { name: 'Compléter la formation' }).getAttribute('href')).toContain(agora.row)
})

test('a tutor who will leave next year is still the one to ring', async () => {
  const { space, need, martin } = await filled()
  const [tie] = (await listed(space, 'affiliations')).filter(({ organisation }) => organisation === martin)
  await save(space, [{ table: 'affiliations', row: tie?.id ?? '', fields: { until: '2027-06-30' } }])
  await renderIn(<RecordPage table="needs" id={need} />, { space })
  await screen.findByRole('link', { name: 'Appeler Martin' })
  await save(space, [{ table: 'affiliations', row: tie?.id ?? '', fields: { until: '2026-11-01' } }])
  await screen.findByRole('button', { name: 'Noter l’appel à Martin' })
})

test('a structure tells who of the team is calling it, for which school', async () => {
  const { space, need, dupont } = await filled()
  const asked = { organisation: dupont, need, by: claire, outcome: 'calling', askedAt: '2026-11-24T10:00:00.000Z' }
  const [school] = (await listed(space, 'organisations')).filter(({ name }) => name === 'Lycée de la Fable')
  await save(space, [birth(space, 'asks', { ...asked, school: school?.id })])
  await renderIn(<RecordPage table="organisations" id={dupont} />, { space })
  await screen.findByRole('heading', { name: 'Sollicitations' })
  await under('Sollicitations').findByText('Appel en cours')
  await under('Sollicitations').findByText(/^Claire.* · Lycée de la Fable/)
})
