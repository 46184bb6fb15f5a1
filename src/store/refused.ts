import type { AnyRow } from '../domain/record.ts'
import type { Change, CollectionChange, FieldChange } from '../protocol/change.ts'
import { applied, isCollection, membersOf } from '../protocol/fields.ts'
import { isText, withoutTexts } from '../protocol/text-change.ts'
import { draftsOf } from './drafts.ts'
import type { Space } from './space.ts'
import { type Edit, save } from './write.ts'

/**
 * A change the server will never take. `code`: one of `refusalCodes`, or a word of a later version. `at`: ISO 8601.
 * `isOff`: the person took it off the list; its words are on this phone all the same, and nowhere else.
 */
export type Refused = {
  readonly n: number
  readonly change: Change
  readonly code: string
  readonly at: string
  readonly isOff?: boolean
}

const table = (space: Space) => space.db.table<Refused, number>('refused')

/** What is to be reviewed, and what was taken off that list; oldest first. */
export const refusedIn = async (space: Space): Promise<{ listed: Refused[]; off: Refused[] }> => {
  const all = await table(space).toArray()
  return { listed: all.filter(({ isOff }) => !isOff), off: all.filter(({ isOff }) => isOff) }
}

/** The one with this number, on the list or taken off it: a correction begun before is still to be ended. */
export const refusedOne = async (space: Space, n: number): Promise<Refused | undefined> =>
  Number.isSafeInteger(n) ? table(space).get(n) : undefined

/** The numbers of those a correction was begun for: what is typed there waits in its draft. */
export const correctionsBegun = async (space: Space): Promise<Set<number>> => {
  const forms = (await draftsOf(space)).map(({ form }) => form.split('/'))
  return new Set(forms.flatMap(([kind, n]) => (kind === 'refused' ? [Number(n)] : [])))
}

/** The fields of a refused change that a person can type anew; the others, and texts, travel as they were. */
export const correctableIn = (space: Space, change: Change): string[] => {
  const fields = space.catalog[change.table]?.fields ?? {}
  return Object.keys(fields).filter((name) => {
    const given = change.fields[name]
    return given !== undefined && !isText(given) && !fields[name]?.quiet
  })
}

/** The row as it would be had the change been taken: what a correction starts from, also where there is no row. */
export const asRefused = ({ row, fields }: Change, now: AnyRow | undefined): AnyRow =>
  ({ ...applied(now ?? { id: row, seq: 0 }, withoutTexts(fields)) }) as AnyRow

/** What the server was not told is told again, also where this phone shows it already. */
const collected = (given: CollectionChange, was: string[], is: string[]): CollectionChange | undefined => {
  const add = is.filter((one) => given.add?.includes(one) || !was.includes(one))
  const drop = [...new Set([...was, ...(given.drop ?? [])])].filter((one) => !is.includes(one))
  if (add.length + drop.length === 0) return undefined
  return { ...(add.length > 0 && { add }), ...(drop.length > 0 && { drop }) }
}

/**
 * All fields of a refused change as one edit, those in `values` with what was typed instead (undefined: emptied). `now`:
 * the row as it is. What colleagues wrote meanwhile was not before the person: it stays beside as another version.
 * Undefined when nothing is left to send.
 */
export const corrected = (
  { change }: Refused,
  now: AnyRow | undefined,
  values: Record<string, unknown>,
): Edit | undefined => {
  const fields = Object.entries(change.fields).flatMap(([name, given]): [string, FieldChange][] => {
    if (!(name in values)) return [[name, given]]
    const value = values[name]
    if (!isCollection(given) && !Array.isArray(value)) return [[name, (value ?? null) as FieldChange]]
    const members = collected(isCollection(given) ? given : {}, membersOf(now?.[name]), membersOf(value))
    return members ? [[name, members]] : []
  })
  if (fields.length === 0) return undefined
  return { table: change.table, row: change.row, fields: Object.fromEntries(fields), seen: change.base }
}

/**
 * Offers the same words again as a change of today, by somebody who has seen no more than then; the refused one leaves
 * the list in the same transaction.
 */
export const resend = (space: Space, { n, change: { table, row, fields, base } }: Refused) =>
  save(space, [{ table, row, fields, seen: base }], { refused: n })

/** The deletions that waited for the direction, up to the one numbered `first`, do so no more. */
export const endHeldBefore = (space: Space, first = Number.POSITIVE_INFINITY) =>
  table(space)
    .filter(({ n, code }) => code === 'held' && n < first)
    .delete()

/** The person has read it and mended the record, or gives it up: it leaves the list and stays on this phone. */
export const takeOff = (space: Space, { n }: Refused) => table(space).update(n, { isOff: true })

/** It is to be reviewed again. */
export const putBack = (space: Space, { n }: Refused) => table(space).update(n, { isOff: false })
