import type { RowState } from './row-state.ts'

const isSaid = (value: unknown) => typeof value === 'string' && value !== ''

/** Whether fields, as they are sent or told, take a row out of the lists: deleted, or merged into another. */
export const takesAway = ({ deletedAt, mergedInto }: Readonly<Record<string, unknown>>): boolean =>
  isSaid(deletedAt) || isSaid(mergedInto)

/** Whether a row has a place in the lists. */
export const isListed = ({ fields: { deletedAt, mergedInto } }: RowState): boolean =>
  !takesAway({ deletedAt: deletedAt?.v, mergedInto: mergedInto?.v })
