import type { Change } from '../protocol/change.ts'
import type { Space } from './space.ts'
import { save } from './write.ts'

/** A change the server will never take. `code`: one of `refusalCodes`, or a word of a later version. `at`: ISO 8601. */
export type Refused = { readonly n: number; readonly change: Change; readonly code: string; readonly at: string }

const table = (space: Space) => space.db.table<Refused, number>('refused')

/** Oldest first. */
export const refusedIn = (space: Space): Promise<Refused[]> => table(space).toArray()
export const refusedCount = (space: Space): Promise<number> => table(space).count()

/** Offers the same words again as a change of today; the refused one leaves the list in the same transaction. */
export const resend = (space: Space, { n, change }: Refused) =>
  save(space, [{ table: change.table, row: change.row, fields: change.fields }], n)

/** The person has read it and mended the record, or gives it up. Answers with how to take that back. */
export const settle = async (space: Space, refused: Refused): Promise<() => Promise<unknown>> => {
  await table(space).delete(refused.n)
  return () => table(space).put(refused)
}
