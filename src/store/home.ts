import type { Task } from '../domain/records/task.ts'
import { draftCount } from './drafts.ts'
import { eventOfTheDay, eventsToday } from './event-of-the-day.ts'
import { between, howMany, lastTouched } from './read.ts'
import type { Space } from './space.ts'
import { type Summary, summariesOf } from './summaries.ts'
import { enrolmentOf } from './sync-state.ts'

/** How many of the latest are shown. */
const few = 5

/** What Accueil shows: tasks not done that are late or for today, what was last noted, how many records are kept here. */
export const homeOf = async (space: Space, today: string) => {
  const tables = Object.values(space.catalog).filter((type) => type.inContacts)
  const [enrolment, drafts, ahead, events, chosen, due, counts, latest] = await Promise.all([
    enrolmentOf(space),
    draftCount(space),
    between<Task>(space, 'tasks', `${today}~`, '9999'),
    eventsToday(space, today),
    eventOfTheDay(space, today),
    between<Task>(space, 'tasks', '0', today),
    Promise.all(tables.map((type) => howMany(space, type.table))),
    Promise.all(tables.map(async (type) => ({ table: type.table, rows: await lastTouched(space, type.table, few) }))),
  ])
  const open = due.filter((task) => !task.doneAt)
  const recent = latest
    .flatMap(({ table, rows }) => rows.map((row) => ({ table, row })))
    .sort((a, b) => b.row.rev - a.row.rev)
    .slice(0, few)
  const summaries = await Promise.all(recent.map(({ table, row }) => summariesOf(space, table, [row])))
  return {
    isEnrolled: enrolment !== undefined,
    drafts,
    /** One stands at an event today, or could. */
    eventToday: chosen !== undefined || events.length > 0,
    next: ahead.find((task) => !task.doneAt),
    late: open.filter((task) => String(task.dueOn) < today),
    today: open.filter((task) => task.dueOn === today),
    last: summaries.flat() as Summary[],
    count: counts.reduce((sum, count) => sum + count, 0),
  }
}
