import { afterEach, beforeEach, expect, test } from 'vitest'
import { agendaBetween, hasBefore, lateTasks, undatedTasks } from '../../src/store/agenda.ts'
import { choose, leave } from '../../src/store/choose-event.ts'
import { eventOfTheDay, eventsToday } from '../../src/store/event-of-the-day.ts'
import { openSpace } from '../../src/store/open.ts'
import { rowOf } from '../../src/store/read.ts'
import type { Space } from '../../src/store/space.ts'
import { birth, editOf, save } from '../../src/store/write.ts'
import { inTimeZone } from './in-time-zone.ts'

let space: Space
beforeEach(async () => {
  space = await openSpace({ name: `test-${crypto.randomUUID()}` })
})
afterEach(() => {
  space.db.close()
  indexedDB.deleteDatabase(space.db.name)
})

const add = async (table: string, values: Record<string, unknown>) => {
  const edit = birth(space, table, values)
  await save(space, [edit])
  return edit.row
}
const edit = async (table: string, id: string, after: Record<string, unknown>) => {
  const row = await rowOf(space, table, id)
  const change = row && editOf(table, row, after)
  if (change) await save(space, [change])
}

const today = '2026-11-22'

test('an event that began before and still lasts is in the agenda, one that is over is not', async () => {
  await add('events', { name: 'Semaine de l’industrie', startsOn: '2026-11-20', endsOn: '2026-11-27' })
  await add('events', { name: 'Forum d’hier', startsOn: '2026-11-21' })
  const { events } = await agendaBetween(space, today, '9999-12-31')
  expect(events.map((event) => event.name)).toEqual(['Semaine de l’industrie'])
})

test('a late task is late from the day after, and no more once it is done', async () => {
  const id = await add('tasks', { title: 'Rappeler', dueOn: '2026-11-21' })
  await add('tasks', { title: 'Remercier', dueOn: today })
  await add('tasks', { title: 'Un jour' })
  expect((await lateTasks(space, today)).map((task) => task.title)).toEqual(['Rappeler'])
  expect((await undatedTasks(space)).map((task) => task.title)).toEqual(['Un jour'])
  await edit('tasks', id, { doneAt: '2026-11-22T09:00:00.000Z' })
  expect(await lateTasks(space, today)).toEqual([])
})

test('there are days to go back to only while something happened before', async () => {
  expect(await hasBefore(space, today)).toBe(false)
  await add('exchanges', { kind: 'call', at: new Date('2026-11-21T23:59:00').toISOString() })
  expect(await hasBefore(space, today)).toBe(true)
  expect(await hasBefore(space, '2026-11-21')).toBe(false)
})

test('on the night the clocks go back, both half past two belong to that day', async () => {
  await inTimeZone('Europe/Paris', async () => {
    await add('exchanges', { kind: 'call', subject: 'Samedi, 23 h 59', at: '2026-10-24T21:59:00.000Z' })
    await add('exchanges', { kind: 'call', subject: 'Heure d’été', at: '2026-10-25T00:30:00.000Z' })
    await add('exchanges', { kind: 'call', subject: 'Heure d’hiver', at: '2026-10-25T01:30:00.000Z' })
    await add('exchanges', { kind: 'call', subject: 'Dimanche, 23 h 59', at: '2026-10-25T22:59:00.000Z' })
    await add('exchanges', { kind: 'call', subject: 'Lundi, minuit', at: '2026-10-25T23:00:00.000Z' })
    const { exchanges } = await agendaBetween(space, '2026-10-25', '2026-10-25')
    expect(exchanges.map(({ row }) => row.subject)).toEqual(['Heure d’été', 'Heure d’hiver', 'Dimanche, 23 h 59'])
  })
})

test('an event of several days is offered on each of them, until it is closed', async () => {
  const id = await add('events', { name: 'Salon', startsOn: '2026-11-21', endsOn: '2026-11-23' })
  for (const day of ['2026-11-21', today, '2026-11-23']) expect(await eventsToday(space, day)).toHaveLength(1)
  expect(await eventsToday(space, '2026-11-20')).toEqual([])
  expect(await eventsToday(space, '2026-11-24')).toEqual([])
  await edit('events', id, { closedAt: '2026-11-22T17:00:00.000Z' })
  expect(await eventsToday(space, today)).toEqual([])
})

test('the event of the day is forgotten tomorrow', async () => {
  const id = await add('events', { name: 'Salon', startsOn: '2026-11-21', endsOn: '2026-11-25' })
  await choose(space, id, today)
  expect((await eventOfTheDay(space, today))?.name).toBe('Salon')
  expect(await eventOfTheDay(space, '2026-11-23')).toBeUndefined()
})

test('the event of the day is forgotten when one leaves it, and when it is deleted or closed', async () => {
  const id = await add('events', { name: 'Salon', startsOn: today })
  await choose(space, id, today)
  await leave(space)
  expect(await eventOfTheDay(space, today)).toBeUndefined()
  await choose(space, id, today)
  await edit('events', id, { closedAt: '2026-11-22T17:00:00.000Z' })
  expect(await eventOfTheDay(space, today)).toBeUndefined()
  await edit('events', id, { closedAt: undefined })
  expect(await eventOfTheDay(space, today)).toBeDefined()
  await edit('events', id, { deletedAt: '2026-11-22T18:00:00.000Z' })
  expect(await eventOfTheDay(space, today)).toBeUndefined()
})
