import type { RowState } from '../protocol/row-state.ts'
import type { SentChange } from '../protocol/sync-message.ts'
import type { RowKey, Writing, WrittenRow } from './ledger.ts'
import { roomOfRows } from './row-room.ts'
import { unpacked, writtenRow } from './row-text.ts'

const keyOf = ({ table, row }: RowKey) => `${table}/${row}`

/**
 * The rows that changes touch, as they become one change after the other. Each is packed with the last change that
 * touches it: as it is merged a row is dozens of objects, and those of a whole batch would fill the memory.
 */
export const rowsTaken = async (at: Writing, changes: readonly SentChange[]) => {
  const last = new Map(changes.map((change) => [keyOf(change), change]))
  const [rows, room] = [new Map<string, RowState>(), roomOfRows()]
  const touched = new Map<string, SentChange>()
  const packed: WrittenRow[] = []
  for (const row of await at.rows([...last.values()])) {
    rows.set(keyOf(row), unpacked(row.state))
    room.begin(keyOf(row), row.state.length)
  }
  return {
    before: (change: SentChange): RowState | undefined => rows.get(keyOf(change)),
    /** The row is like this from now on, unless it has no room for that. `text`: how many characters the change is. */
    take: (change: SentChange, state: RowState, text: number): boolean => {
      const key = keyOf(change)
      const given = { fields: Object.keys(change.fields).length, text }
      if (!room.takes(key, rows.get(key), state, given)) return false
      if (last.get(key) === change) {
        packed.push(writtenRow(change, state))
        rows.delete(key)
        touched.delete(key)
      } else {
        rows.set(key, state)
        touched.set(key, change)
      }
      return true
    },
    write: async () => {
      // Their last change was not taken.
      for (const [key, change] of touched) packed.push(writtenRow(change, rows.get(key) as RowState))
      await at.putRows(packed)
    },
  }
}
