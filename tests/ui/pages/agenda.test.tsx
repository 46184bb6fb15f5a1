import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import type { Space } from '../../../src/store/space.ts'
import { birth, save } from '../../../src/store/write.ts'
import { AgendaPage } from '../../../src/ui/pages/agenda.tsx'
import { inTimeZone } from '../../store/in-time-zone.ts'
import { renderIn, testSpace } from '../render-app.tsx'

const noon = () => new Date('2026-11-22T12:00:00').getTime()
const local = (text: string) => new Date(text).toISOString()
const fill = (space: Space, rows: [table: string, values: Record<string, unknown>][]) =>
  save(
    space,
    rows.map(([table, values]) => birth(space, table, values)),
  )
const shown = async (rows: [string, Record<string, unknown>][], path = '/agenda', now = noon) => {
  const space = await testSpace(now)
  if (rows.length > 0) await fill(space, rows)
  return renderIn(<AgendaPage />, { space, path })
}
const headings = () => screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)
const under = (heading: string) => {
  const group = screen.getByRole('heading', { level: 2, name: heading }).closest('section')
  if (!group) throw new Error(`Nothing under ${heading}`)
  return within(group)
}

test('what is late comes first, then every day from today on, then what has no date', async () => {
  await shown([
    ['tasks', { title: 'Sans date' }],
    ['tasks', { title: 'Dans longtemps', dueOn: '2027-03-01' }],
    ['tasks', { title: 'Mardi', dueOn: '2026-11-24' }],
    ['tasks', { title: 'En retard', dueOn: '2026-11-10' }],
    ['tasks', { title: 'Fait hier', dueOn: '2026-11-21', doneAt: local('2026-11-21T10:00') }],
    ['exchanges', { kind: 'meeting', subject: 'Réunion du jour', at: local('2026-11-22T09:30') }],
    ['exchanges', { kind: 'call', subject: 'Hier', at: local('2026-11-21T09:30') }],
    ['events', { name: 'Forum', startsOn: '2026-11-23' }],
  ])
  await screen.findByText('Forum')
  expect(headings()).toEqual([
    'En retard',
    'Aujourd’hui',
    'Demain',
    'Mardi 24\u00a0novembre',
    'Lundi 1er\u00a0mars 2027',
    'Sans date',
  ])
  expect(under('Aujourd’hui').getByRole('link').textContent).toContain('9\u00a0h\u00a030')
  expect(screen.queryByText('Hier')).toBeNull()
  expect(screen.queryByText('Fait hier')).toBeNull()
})

test('an event of several days is on each of them, a very long one only once', async () => {
  await shown([
    ['events', { name: 'Trois jours', startsOn: '2026-11-21', endsOn: '2026-11-23' }],
    ['events', { name: 'Toute l’année', startsOn: '2026-09-01', endsOn: '2027-07-03' }],
  ])
  await screen.findAllByText('Trois jours')
  expect(headings()).toEqual(['Aujourd’hui', 'Demain'])
  expect(under('Demain').getAllByRole('link')).toHaveLength(1)
  expect(under('Aujourd’hui').getByText('jusqu’au 3 juil. 2027')).toBeTruthy()
})

test('one adds an event, an exchange or a thing to do, and goes back in time in one tap', async () => {
  await shown([])
  await screen.findByText(/^Rien de prévu/)
  const href = (name: string) => screen.getByRole('link', { name }).getAttribute('href')
  expect(href('Événement')).toBe('/agenda/events/new')
  expect(href('Échange')).toBe('/contacts/exchanges/new')
  expect(href('À faire')).toBe('/agenda/tasks/new')
  fireEvent.click(screen.getByRole('link', { name: 'Jours passés' }))
  await screen.findByRole('heading', { level: 1, name: 'Jours passés' })
})

test('past days come the latest first, thirty more with each tap', async () => {
  await shown(
    [
      ['exchanges', { kind: 'call', subject: 'Hier', at: local('2026-11-21T09:30') }],
      ['exchanges', { kind: 'call', subject: 'Début novembre', at: local('2026-11-02T09:30') }],
      ['events', { name: 'Portes ouvertes', startsOn: '2026-10-03' }],
    ],
    '/agenda?past=1',
  )
  await screen.findByText('Début novembre')
  expect(headings()).toEqual(['Hier', 'Lundi 2\u00a0novembre'])
  fireEvent.click(screen.getByRole('button', { name: '30\u00a0jours plus tôt' }))
  await screen.findByText('Portes ouvertes')
  expect(headings()).toEqual(['Hier', 'Lundi 2\u00a0novembre', 'Samedi 3\u00a0octobre'])
  expect(screen.queryByRole('button', { name: '30\u00a0jours plus tôt' })).toBeNull()
})

test('a late task marked done leaves the late ones', async () => {
  await shown([['tasks', { title: 'Rappeler Ana', dueOn: '2026-11-10' }]])
  fireEvent.click(await screen.findByRole('button', { name: 'Fait\u00a0: Rappeler Ana' }))
  await waitFor(() => expect(screen.queryByText('Rappeler Ana')).toBeNull())
})

test('the exchanges of a fair do not hide the next day', async () => {
  await shown([
    ...Array.from(
      { length: 40 },
      (_, at) =>
        ['exchanges', { kind: 'fair', subject: `Visiteur ${at}`, at: local(`2026-11-22T10:${at + 10}`) }] as [
          string,
          object,
        ],
    ).map(([table, values]) => [table, { ...values }] as [string, Record<string, unknown>]),
    ['tasks', { title: 'Demain', dueOn: '2026-11-23' }],
  ])
  const more = await screen.findByRole('button', { name: '34\u00a0autres échanges' })
  expect(under('Aujourd’hui').getAllByRole('link')).toHaveLength(6)
  fireEvent.click(more)
  expect(under('Aujourd’hui').getAllByRole('link')).toHaveLength(40)
})

test('on the night the clocks go back, half past two comes twice, in its order', async () => {
  await inTimeZone('Europe/Paris', async () => {
    const at = (subject: string, at: string): [string, Record<string, unknown>] => [
      'exchanges',
      { kind: 'call', subject, at },
    ]
    await shown(
      [
        at('Heure d’hiver', '2026-10-25T01:30:00.000Z'),
        at('Heure d’été', '2026-10-25T00:30:00.000Z'),
        at('Lundi', '2026-10-25T23:00:00.000Z'),
      ],
      '/agenda',
      () => Date.parse('2026-10-25T08:00:00.000Z'),
    )
    await screen.findByText('Heure d’été')
    const told = under('Aujourd’hui')
      .getAllByRole('link')
      .map((link) => link.textContent)
    expect(told).toEqual(['Heure d’étéAppel2\u00a0h\u00a030', 'Heure d’hiverAppel2\u00a0h\u00a030'])
    expect(under('Demain').getByRole('link').textContent).toContain('0\u00a0h\u00a000')
  })
})

test('who is in companies is in the agenda: a period of weeks once, with when it ends', async () => {
  const space = await testSpace(noon)
  const melec = birth(space, 'formations', { shortName: 'MELEC' })
  const period = (name: string, startsOn: string, endsOn: string) =>
    birth(space, 'trainingPeriods', { name, formation: melec.row, classes: ['1MELEC'], startsOn, endsOn })
  await save(space, [
    melec,
    period('PFMP 1', '2026-09-07', '2026-10-02'),
    period('PFMP 2', '2026-11-16', '2026-12-11'),
    period('PFMP 3', '2027-01-11', '2027-02-05'),
  ])
  await renderIn(<AgendaPage />, { space, path: '/agenda' })
  await screen.findByText('PFMP 2')
  expect(headings()).toEqual(['Aujourd’hui', 'Lundi 11\u00a0janvier 2027'])
  const now = under('Aujourd’hui').getByRole('link')
  expect(now.textContent).toBe('PFMP 2jusqu’au 11\u00a0déc. 2026 · MELEC · 1MELEC')
  expect(now.getAttribute('href')).toMatch(/^\/pilotage\/trainingPeriods\//)
})
