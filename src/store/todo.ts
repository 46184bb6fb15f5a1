import type { Task } from '../domain/records/task.ts'
import { note, notesOf } from './device-notes.ts'
import { listed } from './read.ts'
import type { Space } from './space.ts'
import { type Summary, summariesOf } from './summaries.ts'
import { enrolmentOf } from './sync-state.ts'
import { isMe, type Team, teamOf } from './team.ts'

/** Whose tasks are shown on this device. `isTeam`: this phone is in a space, so that there is a choice. */
export type Whose = { readonly isTeam: boolean; readonly of: 'mine' | 'team'; readonly team: Team }

export const whoseTasks = async (space: Space): Promise<Whose> => {
  const [enrolment, team, notes] = await Promise.all([enrolmentOf(space), teamOf(space), notesOf(space)])
  const isTeam = enrolment !== undefined
  return { isTeam, of: isTeam ? (notes.tasksOf ?? 'mine') : 'team', team }
}
export const showTasksOf = (space: Space, of: Whose['of']): Promise<void> =>
  note(space, { tasksOf: of === 'team' ? of : undefined })

/** A task of nobody is everybody's. */
export const isShown = (space: Space, { of, team }: Whose, { owner }: Pick<Task, 'owner'>): boolean =>
  of === 'team' || owner === undefined || isMe(team, space, owner)

/** A request that came in, with whom it is from. */
export type Request = { readonly task: Task; readonly summary: Summary }

/** Mine first, then nobody's, then those others have; each the oldest first. */
const requestsIn = async (space: Space, team: Team, open: readonly Task[]): Promise<Request[]> => {
  const place = ({ owner }: Task) => (owner === undefined ? 1 : isMe(team, space, owner) ? 0 : 2)
  const tasks = open
    .filter((task) => task.kind === 'request')
    .sort((a, b) => place(a) - place(b) || a.createdAt.localeCompare(b.createdAt))
  const summaries = await summariesOf(space, 'tasks', tasks)
  return tasks.flatMap((task, at) => {
    const summary = summaries[at]
    return summary ? [{ task, summary }] : []
  })
}

/** How many of those of the next day are shown, and of those without a date. */
const few = 3

/**
 * What Accueil shows of what is to be done: requests of everyone's, what is late, for today, and on the next day that has
 * anything, and the latest that have no date.
 */
export const todoOf = async (space: Space, today: string) => {
  const whose = await whoseTasks(space)
  const all = await listed<Task>(space, 'tasks')
  const open = all.filter((task) => !task.doneAt)
  const isTask = ({ kind }: Task) => kind !== 'request'
  const shown = open.filter((task) => isTask(task) && isShown(space, whose, task))
  const dated = shown.filter(({ dueOn }) => dueOn !== undefined)
  const undated = shown.filter(({ dueOn }) => dueOn === undefined)
  const nextDay = dated.find((task) => String(task.dueOn) > today)?.dueOn
  const next = dated.filter(({ dueOn }) => nextDay !== undefined && dueOn === nextDay)
  return {
    whose,
    requests: await requestsIn(space, whose.team, open),
    /** There is or was something to choose from, of one's own or of the team. */
    hasTasks: all.some(isTask),
    late: dated.filter((task) => String(task.dueOn) < today),
    today: dated.filter((task) => task.dueOn === today),
    next: next.slice(0, few),
    moreNext: Math.max(0, next.length - few),
    undated: undated.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt)).slice(0, few),
    moreUndated: undated.length > few,
  }
}
