import type { AnyRow } from '../domain/record.ts'
import type { Event } from '../domain/records/event.ts'
import type { Exchange } from '../domain/records/exchange.ts'
import type { Task } from '../domain/records/task.ts'
import type { TrainingPeriod } from '../domain/records/training-period.ts'
import { between } from './read.ts'
import type { Space } from './space.ts'
import { type Summary, summariesOf } from './summaries.ts'

/** An exchange with the names of whom it was with. */
export type DatedExchange = { row: Exchange; summary: Summary }
/** A period in companies with the name of its formation. */
export type DatedPeriod = { row: TrainingPeriod; summary: Summary }
export type AgendaRows = { events: Event[]; exchanges: DatedExchange[]; tasks: Task[]; periods: DatedPeriod[] }

/** After every date there can be, and before the place of rows that have none. */
export const endOfTime = '9999-12-31'
/** The place in the list of a row without a date. */
const undated = '~'

/** The first instant of a day where the phone is: a day may last 23 or 25 hours there. */
const startOf = (day: string): string => new Date(`${day}T00:00:00`).toISOString()
const dayAfter = (day: string): string => {
  const at = new Date(`${day}T12:00:00Z`)
  at.setUTCDate(at.getUTCDate() + 1)
  return at.toISOString().slice(0, 10)
}

const withSummaries = async <T extends AnyRow>(space: Space, table: string, rows: readonly T[]) => {
  const summaries = await summariesOf(space, table, rows)
  return rows.flatMap((row, at) => {
    const summary = summaries[at]
    return summary ? [{ row, summary }] : []
  })
}

const exchangesBetween = async (space: Space, from: string, to: string): Promise<DatedExchange[]> => {
  const until = to === endOfTime ? to : startOf(dayAfter(to))
  const rows = (await between<Exchange>(space, 'exchanges', startOf(from), until)).filter((row) => row.at < until)
  return withSummaries(space, 'exchanges', rows)
}

/** Of those that begin by the end of these days, the ones that are not over before they begin. */
const lastingSince = <T extends { startsOn: string; endsOn?: string }>(rows: T[], from: string): T[] =>
  rows.filter(({ startsOn, endsOn }) => startsOn >= from || (endsOn ?? '') >= from)

const periodsBetween = async (space: Space, from: string, to: string): Promise<DatedPeriod[]> => {
  const rows = lastingSince(await between<TrainingPeriod>(space, 'trainingPeriods', '', to), from)
  return withSummaries(space, 'trainingPeriods', rows)
}

/** What has its place on the days from one to another, both included; events and periods that began before and still last too. */
export const agendaBetween = async (space: Space, from: string, to: string): Promise<AgendaRows> => {
  const [events, exchanges, tasks, periods] = await Promise.all([
    between<Event>(space, 'events', '', to),
    exchangesBetween(space, from, to),
    between<Task>(space, 'tasks', from, to),
    periodsBetween(space, from, to),
  ])
  return { events: lastingSince(events, from), exchanges, tasks, periods }
}

const open = (tasks: Task[]) => tasks.filter((task) => !task.doneAt)

/** What should be done by now and is not, the longest late first. */
export const lateTasks = async (space: Space, today: string): Promise<Task[]> =>
  open(await between<Task>(space, 'tasks', '', today)).filter((task) => (task.dueOn ?? today) < today)

export const undatedTasks = async (space: Space): Promise<Task[]> =>
  open(await between<Task>(space, 'tasks', undated, undated))

/** Whether anything has its place before this day. */
export const hasBefore = async (space: Space, day: string): Promise<boolean> => {
  const tables = [
    ['events', day],
    ['tasks', day],
    ['trainingPeriods', day],
    ['exchanges', startOf(day)],
  ] as const
  const counts = await Promise.all(
    tables.map(([table, key]) => space.db.table(table).where('sort').below(key).limit(1).count()),
  )
  return counts.some((count) => count > 0)
}
