import type { FieldChanges } from '../../src/protocol/change.ts'
import { merged } from '../../src/protocol/merge.ts'
import type { RowState } from '../../src/protocol/row-state.ts'

export const now = Date.UTC(2026, 10, 22, 12)

export type Edit = { by: string; base?: number; at?: number; offset?: number; fields: FieldChanges }

/** Lets the server take edits of one row, in this order, numbered from 1; `by` is a device and its owner. */
export const taken = (edits: Edit[], from?: RowState, tells = (_: string) => true) => {
  let [state, lost] = [from, [] as string[]]
  let seq = from?.seq ?? 0
  for (const { by, base = 0, at = now + seq, offset = 0, fields } of edits) {
    seq += 1
    const change = { n: seq, id: `${by}-${seq}`, schema: 2, table: 'people', row: 'r', base, at, offset, fields }
    const result = merged(state, change, { seq, by, device: by, now: now + seq }, tells)
    state = result.state
    lost = result.lost
  }
  return { state: state as RowState, lost }
}
export const standing = (state: RowState, field: string) => state.fields[field]?.v
export const otherOf = (state: RowState, field: string) => state.fields[field]?.o
