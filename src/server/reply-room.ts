import type { Reading, RowKey } from './ledger.ts'
import { sizeOf } from './texts-told.ts'

/** Of the stored text of rows told whole, in one reply. */
const MOST_TEXT = 2_000_000

/**
 * How many refusals one reply has room for: the row of each is told whole. What no longer fits is not taken this time, and
 * offered again; the first always fits, so that a phone gets on.
 */
export const roomOfReply = (at: Reading) => {
  const told = new Set<string>()
  let text = 0
  return {
    takes: async (key: RowKey): Promise<boolean> => {
      const name = `${key.table}/${key.row}`
      if (told.has(name)) return true
      const [row, texts] = [(await at.rows([key]))[0], await at.texts([key])]
      const size = (row?.state.length ?? 0) + sizeOf(texts)
      if (told.size > 0 && text + size > MOST_TEXT) return false
      told.add(name)
      text += size
      return true
    },
  }
}
