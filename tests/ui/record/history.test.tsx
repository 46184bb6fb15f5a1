import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { birth, save } from '../../../src/store/write.ts'
import { RecordPage } from '../../../src/ui/record/record-page.tsx'
import { claire, idris, teamSpace } from '../as-a-team.ts'
import { renderIn } from '../render-app.tsx'

const noon = () => new Date('2026-11-24T12:00:00').getTime()
const at = (day: string) => new Date(`${day}T10:00:00`).toISOString()
/** A group of the page, by its heading. */
const group = async (name: string) =>
  within((await screen.findByRole('heading', { name })).closest('section') as HTMLElement)

test('what was had with a structure is told latest first, ten at a time, and one more is noted from there', async () => {
  const space = await teamSpace(noon)
  const dupont = birth(space, 'organisations', { name: 'Dupont' })
  const days = ['05', '01', '12', '08', '03', '10', '07', '02', '11', '04', '09', '06']
  const exchanges = days.map((day) =>
    birth(space, 'exchanges', { kind: 'call', at: at(`2026-11-${day}`), organisation: dupont.row, subject: day }),
  )
  await save(space, [dupont, ...exchanges])
  await renderIn(<RecordPage table="organisations" id={dupont.row} />, { space })
  const history = await group('Historique')
  const subjects = () =>
    history.getAllByRole('listitem').map((item) => within(item).getByRole('link').querySelector('bdi')?.textContent)
  const latestFirst = days.toSorted().toReversed()
  await waitFor(() => expect(subjects()).toEqual(latestFirst.slice(0, 10)))
  fireEvent.click(history.getByRole('button', { name: 'Voir plus' }))
  await waitFor(() => expect(subjects()).toEqual(latestFirst))
  expect(history.queryByRole('button', { name: 'Voir plus' })).toBeNull()
  expect(history.getByRole('link', { name: 'Noter un échange' }).getAttribute('href')).toContain(
    `/new?organisation=${dupont.row}`,
  )
})

test('what somebody is interested in is told where they were met, and photos come after what is known of them', async () => {
  const space = await teamSpace(noon)
  const ana = birth(space, 'people', { name: 'Ana Ruiz', mobile: '+33612345678' })
  const interests = ['placement', 'jury']
  await save(space, [
    ana,
    birth(space, 'exchanges', { kind: 'fair', at: at('2026-11-21'), people: [ana.row], interests }),
  ])
  await renderIn(<RecordPage table="people" id={ana.row} />, { space })
  const history = await group('Historique')
  await history.findByText(/PFMP, stage, Jury d’examen/)
  const photos = await screen.findByRole('heading', { name: 'Photos et documents' })
  const known = screen.getByRole('heading', { name: 'L’essentiel' })
  expect(known.compareDocumentPosition(photos) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
})

test('who of the team is in contact with a structure now is told in words', async () => {
  const space = await teamSpace(noon)
  const dupont = birth(space, 'organisations', { name: 'Dupont' })
  const organisation = dupont.row
  await save(space, [
    dupont,
    birth(space, 'exchanges', { kind: 'companyVisit', at: at('2026-11-21'), author: claire, organisation }),
    birth(space, 'tasks', { title: 'Dupont', kind: 'callBack', dueOn: '2026-12-12', owner: claire, organisation }),
    birth(space, 'exchanges', { kind: 'call', at: at('2026-11-23'), author: idris, organisation }),
  ])
  await renderIn(<RecordPage table="organisations" id={organisation} />, { space })
  const contacts = await group('En contact maintenant')
  await waitFor(() =>
    expect(contacts.getAllByRole('listitem').map((one) => one.textContent?.replace(/\s/g, ' '))).toEqual([
      'IBIdris Benaliappel hier',
      'CMClaire Martinvisite d’entreprise il y a 3 jours · à rappeler le 12 déc. 2026',
    ]),
  )
})
