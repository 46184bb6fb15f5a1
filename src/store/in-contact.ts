import type { Affiliation } from '../domain/records/affiliation.ts'
import type { Exchange } from '../domain/records/exchange.ts'
import type { Task } from '../domain/records/task.ts'
import { linkedTo, linkedToAny } from './read.ts'
import type { Space } from './space.ts'
import { memberOf, teamOf } from './team.ts'

/** How long an exchange counts as being in contact. */
const days = 90

/** Somebody of the team who is in contact with a structure: their last exchange with it, what they have to do about it. */
export type InContact = {
  /** The id they go by in the team. */
  readonly member: string
  readonly exchange?: Pick<Exchange, 'kind' | 'at'> | undefined
  readonly task?: Pick<Task, 'title' | 'kind' | 'dueOn'> | undefined
}

const distinct = <T extends { id: string }>(rows: readonly T[]): T[] => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
]

/** The rows that concern a structure or its people. */
const about = async <T extends Exchange | Task>(
  space: Space,
  table: string,
  by: string,
  organisation: string,
  people: readonly string[],
): Promise<T[]> => {
  const [own, theirs] = await Promise.all([
    linkedTo<T>(space, table, 'organisation', organisation),
    linkedToAny<T>(space, table, by, people),
  ])
  // What names another structure is about that one, whoever was there.
  return distinct([...own, ...theirs.filter((row) => row.organisation === undefined)])
}

/**
 * Who of the team had an exchange with a structure or its people in the last 90 days, or has an open task about it: each
 * once, the most recent first. Computed, never stored.
 */
export const inContactWith = async (space: Space, organisation: string): Promise<InContact[]> => {
  const ties = await linkedTo<Affiliation>(space, 'affiliations', 'organisation', organisation)
  const people = [...new Set(ties.filter((tie) => !tie.until).map((tie) => tie.person))]
  const [team, exchanges, tasks] = await Promise.all([
    teamOf(space),
    about<Exchange>(space, 'exchanges', 'people', organisation, people),
    about<Task>(space, 'tasks', 'person', organisation, people),
  ])
  const nameOf = (id: string) => memberOf(team, id)?.id ?? id
  const [now, since] = [space.now(), space.now() - days * 86_400_000].map((at) => new Date(at).toISOString())
  const found = new Map<string, { exchange?: Exchange; task?: Task }>()
  const of = (id: string) => {
    const known = found.get(nameOf(id)) ?? {}
    found.set(nameOf(id), known)
    return known
  }
  for (const exchange of exchanges) {
    if (exchange.at < String(since) || exchange.at > String(now)) continue
    const known = of(exchange.author ?? exchange.createdBy)
    if (!known.exchange || known.exchange.at < exchange.at) known.exchange = exchange
  }
  for (const task of tasks) {
    if (task.doneAt || !task.owner) continue
    const known = of(task.owner)
    if (!known.task || (task.dueOn ?? '~') < (known.task.dueOn ?? '~')) known.task = task
  }
  const place = ({ exchange, task }: { exchange?: Exchange; task?: Task }) => exchange?.at ?? task?.createdAt ?? ''
  return [...found]
    .sort(([, a], [, b]) => place(b).localeCompare(place(a)))
    .map(([member, { exchange, task }]) => ({ member, exchange, task }))
}
