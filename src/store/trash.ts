import type { AnyRow } from '../domain/record.ts'
import { trashTerm } from '../protocol/trash-term.ts'
import { lastMark } from './mark.ts'
import type { Space } from './space.ts'

/** What was deleted before this instant, by the server's clock as last heard, is out of the trash. */
export const trashSince = (space: Space): string =>
  new Date(space.now() + (lastMark(space)?.offset ?? 0) - trashTerm).toISOString()

/** The rows of a table that are in the trash, latest first. */
export const inTrash = (space: Space, table: string): Promise<AnyRow[]> =>
  space.db.table<AnyRow, string>(table).where('deletedAt').above(trashSince(space)).reverse().sortBy('deletedAt')

/** Deleted so long ago that it is neither shown nor brought back. */
export const isOutOfTrash = (space: Space, row: AnyRow): boolean =>
  row.deletedAt !== undefined && row.deletedAt <= trashSince(space)
