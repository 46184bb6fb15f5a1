import type { RowState } from '../protocol/row-state.ts'
import { packed } from './row-text.ts'

/** A row may take so many characters as it is stored: two versions of the longest note, and a full record beside them. */
export const MOST_ROW = 500_000
const MOST_FIELDS = 400
/** What is kept of one touched field besides what was sent: by whom, when, whose value it replaced. At most, in characters. */
const AROUND = 600

/** What a change sent: how many fields, and how many characters they are. */
type Given = { fields: number; text: number }

/**
 * Whether rows have room for what they would become. Their size is guessed from above, and looked at only when the guess
 * is too much: packing a row for each of its changes would cost more than merging it. A row that is too large already,
 * from before there was a limit, may still shrink.
 */
export const roomOfRows = () => {
  const guessed = new Map<string, number>()
  return {
    /** `size`: of the row as it was read. */
    begin: (key: string, size: number) => void guessed.set(key, size),
    takes: (key: string, before: RowState | undefined, after: RowState, given: Given): boolean => {
      if (Object.keys(after.fields).length > MOST_FIELDS) return false
      const guess = (guessed.get(key) ?? 0) + given.text + (given.fields + 1) * AROUND
      const size = guess > MOST_ROW ? packed(after).length : guess
      if (size > MOST_ROW && size > (before ? packed(before).length : 0)) return false
      guessed.set(key, size)
      return true
    },
  }
}
