import type { Affiliation } from '../../domain/records/affiliation.ts'
import { isRunning } from '../../domain/running-tie.ts'
import { dayOf } from '../../i18n/dates.ts'
import { linkedTo, rowsOf } from '../../store/read.ts'
import type { Space } from '../../store/space.ts'
import { type Summary, summariesOf } from '../../store/summaries.ts'

/** Which side of a tie one looks from. */
export type End = 'person' | 'organisation'
export type Tie = { tie: Affiliation; other: Summary; isRunning: boolean }

const place = ({ tie, isRunning }: Tie) => `${isRunning ? 0 : 1}${tie.main ? 0 : 1}${tie.since ?? ''}`

/** Merged records bring their ties along: what says no more than another of them is not said twice. */
const withoutRepeats = (ties: readonly Tie[]): Tie[] =>
  ties.filter(
    ({ tie, other, isRunning }, at) =>
      !ties
        .slice(0, at)
        .some((one) => one.other.id === other.id && one.isRunning === isRunning && one.tie.role === tie.role),
  )

/** Whom or what a row is tied to: those that last first, the main one before the others. */
export const tiesOf = async (space: Space, end: End, id: string): Promise<Tie[]> => {
  const [to, table] = end === 'person' ? (['organisation', 'organisations'] as const) : (['person', 'people'] as const)
  const found = await linkedTo<Affiliation>(space, 'affiliations', end, id)
  const rows = await rowsOf(
    space,
    table,
    found.map((tie) => tie[to]),
  )
  const others = await summariesOf(
    space,
    table,
    rows.filter((row) => !row.deletedAt),
  )
  const byId = new Map(others.map((other) => [other.id, other]))
  const today = dayOf(space.now())
  const ties = found.flatMap((tie) => {
    const other = byId.get(tie[to])
    return other ? [{ tie, other, isRunning: isRunning(tie, today) }] : []
  })
  return withoutRepeats(ties.sort((a, b) => place(a).localeCompare(place(b))))
}

/** The structures these people are in now, each once. */
export const structuresOf = async (space: Space, people: readonly string[]): Promise<Summary[]> => {
  const ties = (await Promise.all(people.map((id) => tiesOf(space, 'person', id)))).flat()
  return structuresIn(ties)
}
export const structuresIn = (ties: readonly Tie[]): Summary[] => [
  ...new Map(ties.filter(({ isRunning }) => isRunning).map(({ other }) => [other.id, other])).values(),
]
