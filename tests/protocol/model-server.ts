import { merged } from '../../src/protocol/merge.ts'
import { newsOf, type RowState } from '../../src/protocol/row-state.ts'
import { usualPage } from '../../src/protocol/sync-message.ts'
import type { Server } from './model-phone.ts'

/** The server by the rule alone: one order, one number a change, pages by state. */
export const modelServer = (clock: () => number) => {
  const rows = new Map<string, { table: string; row: string; state: RowState }>()
  const acked = new Map<string, number>()
  /** Every change that was taken, with the fields in which it did not stand. */
  const history: { id: string; lost: string[] }[] = []
  let seq = 0
  const epoch = 'one'
  const sync: Server['sync'] = async (device, request) => {
    const { rid, changes = [], cursor, since = cursor, whole = false, limit } = request
    for (const change of changes) {
      if (change.n <= (acked.get(device) ?? 0)) continue
      seq += 1
      const key = `${change.table}/${change.row}`
      const stamp = { seq, by: `by-${device}`, device, now: clock() }
      const { state, lost } = merged(rows.get(key)?.state, change, stamp, (name) => name !== 'quiet')
      rows.set(key, { table: change.table, row: change.row, state })
      acked.set(device, change.n)
      history.push({ id: change.id, lost })
    }
    const past = [...rows.values()]
      .filter(({ state }) => state.seq > cursor)
      .sort((one, two) => one.state.seq - two.state.seq)
    const page = past.slice(0, limit ?? usualPage)
    const news = page.flatMap(({ table, row, state }) => newsOf(table, row, state, { since, device, whole }) ?? [])
    const left = past.length - page.length
    return {
      ...{ p: 1, rid, now: clock(), acked: acked.get(device) ?? 0, rows: news },
      ...((request.epoch !== epoch || limit !== undefined) && { epoch }),
      cursor: left > 0 ? (page.at(-1)?.state.seq ?? cursor) : seq,
      ...(left > 0 && { left }),
    }
  }
  return { sync, rows, history }
}
