import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { eventOfTheDay } from '../../../src/store/event-of-the-day.ts'
import { birth, save } from '../../../src/store/write.ts'
import { EventChip } from '../../../src/ui/event/event-chip.tsx'
import { renderIn, testSpace } from '../render-app.tsx'

const noon = () => new Date('2026-11-22T12:00:00').getTime()
const today = '2026-11-22'
const [todayAt, yesterdayAt] = [new Date('2026-11-22T10:00:00'), new Date('2026-11-21T10:00:00')].map((at) =>
  at.toISOString(),
)

const withSalon = async () => {
  const space = await testSpace(noon)
  const salon = birth(space, 'events', {
    name: 'Salon des métiers',
    startsOn: '2026-11-21',
    endsOn: today,
    stand: 'B12',
    place: 'Parc des expositions',
  })
  const ana = birth(space, 'people', { name: 'Ana Ruiz' })
  const met = (at: string | undefined) =>
    birth(space, 'exchanges', { kind: 'fair', at, event: salon.row, people: [ana.row] })
  const counted = (at: string | undefined, number: number) =>
    birth(space, 'visitorCounts', { event: salon.row, public: 'families', number, at })
  await save(space, [salon, ana, met(yesterdayAt), met(todayAt), counted(yesterdayAt, 30), counted(todayAt, 12)])
  return { space, salon: salon.row }
}

test('an event of today is chosen in one tap, and tells what was noted today and in all', async () => {
  const { space, salon } = await withSalon()
  await renderIn(<EventChip />, { space })
  fireEvent.click(await screen.findByRole('button', { name: 'J’y suis' }))
  await screen.findByText('1 contact · 12 visiteurs aujourd’hui')
  expect(screen.getByText('1 contact · 42 visiteurs en tout')).toBeTruthy()
  expect(screen.getByText('Stand B12 · Parc des expositions')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Clore' }).getAttribute('href')).toBe(`/agenda/events/${salon}?close=1`)
  expect((await eventOfTheDay(space, today))?.id).toBe(salon)
})

test('leaving the event offers it again, and can be taken back', async () => {
  const { space, salon } = await withSalon()
  const { notices } = await renderIn(<EventChip />, { space })
  fireEvent.click(await screen.findByRole('button', { name: 'J’y suis' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Je n’y suis plus' }))
  await screen.findByRole('button', { name: 'J’y suis' })
  await waitFor(() => expect(notices.at(-1)?.text).toBe('Vous n’y êtes plus'))
  notices.at(-1)?.act?.run()
  await screen.findByRole('button', { name: 'Je n’y suis plus' })
  expect((await eventOfTheDay(space, today))?.id).toBe(salon)
})

test('nothing is said on a day without an event', async () => {
  const space = await testSpace(noon)
  await save(space, [birth(space, 'events', { name: 'Demain', startsOn: '2026-11-23' })])
  const { view } = await renderIn(<EventChip />, { space })
  await new Promise((done) => setTimeout(done, 50))
  expect(view.container.textContent).toBe('')
})
