import type { AnyRow } from '../domain/record.ts'
import type { Space } from './space.ts'

const days = 90

/** What was deleted before this instant is out of the trash. */
export const trashSince = (space: Space): string => new Date(space.now() - days * 86_400_000).toISOString()

/** The rows of a table that are in the trash, latest first. */
export const inTrash = (space: Space, table: string): Promise<AnyRow[]> =>
  space.db.table<AnyRow, string>(table).where('deletedAt').above(trashSince(space)).reverse().sortBy('deletedAt')

/** Deleted so long ago that it is neither shown nor brought back. */
export const isOutOfTrash = (space: Space, row: AnyRow): boolean =>
  row.deletedAt !== undefined && row.deletedAt <= trashSince(space)
