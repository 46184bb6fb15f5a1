import type { AnyRow } from '../domain/record.ts'
import { eventOfTheDay, eventsToday } from './event-of-the-day.ts'
import { isNew } from './is-new.ts'
import { mergesOf } from './merges.ts'
import { hasAny, lastTouched } from './read.ts'
import type { Space } from './space.ts'
import { type Summary, summariesOf } from './summaries.ts'
import { enrolmentOf } from './sync-state.ts'

/** How many of the latest are shown. */
const few = 5
/** How many are looked through for them where colleagues noted much since yesterday. */
const many = 50

/** A colleague's row of today or yesterday that nobody has touched here stands under "Nouveau depuis hier", and once is enough. */
const isToldAsNew = (space: Space, row: AnyRow): boolean => {
  const { one } = mergesOf(space)
  const isMine = (by: string) => one('members', by) === one('members', space.me)
  return isNew(row, space.now()) && !isMine(row.createdBy) && !isMine(row.updatedBy)
}
const lastOf = async (space: Space, table: string): Promise<AnyRow[]> => {
  const look = async (limit: number) =>
    (await lastTouched(space, table, limit)).filter((row) => !isToldAsNew(space, row)).slice(0, few)
  const last = await look(few)
  return last.length < few ? look(many) : last
}

/** What Accueil shows at once: what was last noted, whether anything is kept here; what is to be done comes with its own part. */
export const homeOf = async (space: Space, today: string) => {
  const tables = Object.values(space.catalog).filter((type) => type.inContacts)
  const [enrolment, drafts, events, chosen, filled, latest, hasTasks] = await Promise.all([
    enrolmentOf(space),
    space.db.table('drafts').count(),
    eventsToday(space, today),
    eventOfTheDay(space, today),
    Promise.all(tables.map((type) => hasAny(space, type.table))),
    Promise.all(tables.map(async (type) => ({ table: type.table, rows: await lastOf(space, type.table) }))),
    hasAny(space, 'tasks'),
  ])
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
    last: summaries.flat() as Summary[],
    hasContacts: filled.includes(true),
    hasTasks,
  }
}
