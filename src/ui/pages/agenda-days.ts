import type { Event } from '../../domain/records/event.ts'
import type { Task } from '../../domain/records/task.ts'
import { dayAfter, dayOf } from '../../i18n/dates.ts'
import type { AgendaRows, DatedExchange, DatedPeriod } from '../../store/agenda.ts'

/** An event on one of its days; `until`: it is shown only once, and lasts until then. */
export type EventOnDay = { row: Event; until?: string }
export type PeriodOnDay = DatedPeriod & { until?: string }
export type AgendaDay = {
  day: string
  events: EventOnDay[]
  periods: PeriodOnDay[]
  tasks: Task[]
  exchanges: DatedExchange[]
}

/** Longer ones would fill the list: they are shown once. */
const longestRepeated = 7

type Lasting = { startsOn: string; endsOn?: string }
const daysOf = (event: Lasting, from: string, to: string): { days: string[]; until?: string } => {
  const last = event.endsOn && event.endsOn > event.startsOn ? event.endsOn : event.startsOn
  const first = event.startsOn > from ? event.startsOn : from
  if (last >= dayAfter(event.startsOn, longestRepeated)) return { days: [first], until: last }
  const days: string[] = []
  for (let day = first; day <= last && day <= to; day = dayAfter(day, 1)) days.push(day)
  return { days }
}

/** What there is, by the day it is on where the phone is, first day first; days without anything are left out. */
export const byDay = ({ events, exchanges, tasks, periods }: AgendaRows, from: string, to: string): AgendaDay[] => {
  const days = new Map<string, AgendaDay>()
  const on = (day: string): AgendaDay => {
    const known = days.get(day) ?? { day, events: [], periods: [], tasks: [], exchanges: [] }
    days.set(day, known)
    return known
  }
  // Those that fill the day before those that last for weeks.
  const placed = events.map((row) => ({ row, ...daysOf(row, from, to) }))
  placed.sort((a, b) => Number(a.until !== undefined) - Number(b.until !== undefined))
  for (const { row, days, until } of placed) {
    for (const day of days) on(day).events.push({ row, ...(until && { until }) })
  }
  for (const period of periods) {
    const { days, until } = daysOf(period.row, from, to)
    for (const day of days) on(day).periods.push({ ...period, ...(until && { until }) })
  }
  for (const task of tasks) if (task.dueOn) on(task.dueOn).tasks.push(task)
  for (const exchange of exchanges) on(dayOf(exchange.row.at)).exchanges.push(exchange)
  return [...days.values()].sort((a, b) => a.day.localeCompare(b.day))
}

/** The same days with some of their tasks; a day that held only others is left out. */
export const onlyTasks = (days: readonly AgendaDay[], shows: (task: Task) => boolean): AgendaDay[] =>
  days
    .map((day) => ({ ...day, tasks: day.tasks.filter(shows) }))
    .filter((day) => day.events.length + day.periods.length + day.tasks.length + day.exchanges.length > 0)
