import type { AnyRow } from '../../src/domain/record.ts'
import type { Change, FieldChanges } from '../../src/protocol/change.ts'
import { applied } from '../../src/protocol/fields.ts'
import { afterNews } from '../../src/protocol/received.ts'
import type { SyncReply, SyncRequest } from '../../src/protocol/sync-message.ts'

export type Server = { sync(device: string, request: SyncRequest): Promise<SyncReply> }
type Link = { isLost?: boolean; limit?: number | undefined; most?: number }
export type ModelPhone = ReturnType<typeof modelPhone>

const keyOf = ({ table, row }: { table: string; row: string }) => `${table}/${row}`

/** A phone as the protocol asks it to be, without a disk: the least that keeps what is typed and hears what is told. */
export const modelPhone = (device: string, clock: () => number) => {
  const rows = new Map<string, AnyRow>()
  const outbox: Change[] = []
  const refused: number[] = []
  const state = { cursor: 0, since: 0, whole: false, acked: 0, epoch: undefined as string | undefined }
  let left = 0

  const edit = (table: string, row: string, fields: FieldChanges) => {
    const key = keyOf({ table, row })
    const before = rows.get(key) ?? ({ id: row, seq: 0 } as AnyRow)
    const n = outbox.length + 1
    const minted = { n, id: `${device}-${n}`, device, schema: 2, table, row, base: before.seq, at: clock(), offset: 0 }
    outbox.push({ ...minted, fields })
    const versions = Object.entries(before.versions ?? {}).filter(([name]) => !(name in fields))
    const { versions: _, ...bare } = applied(before, fields) as AnyRow
    rows.set(key, versions.length > 0 ? { ...bare, versions: Object.fromEntries(versions) } : bare)
  }

  const hear = (reply: SyncReply) => {
    // Left out, it is the one asked with: forgotten, everything would come down again and hide what was missed.
    const epoch = reply.epoch ?? state.epoch
    if (state.epoch !== undefined && epoch !== state.epoch) state.whole = true
    state.epoch = epoch
    state.acked = reply.acked
    for (const { n } of reply.refused ?? []) if (!refused.includes(n)) refused.push(n)
    for (const news of reply.rows ?? []) {
      const waiting = outbox.filter(
        (one) => one.n > state.acked && !refused.includes(one.n) && keyOf(one) === keyOf(news),
      )
      rows.set(keyOf(news), afterNews(rows.get(keyOf(news)), news, waiting))
    }
    state.cursor = reply.cursor
    left = reply.left ?? 0
    if (left > 0) return
    state.since = state.cursor
    state.whole = false
  }

  /** One round trip. `isLost`: the reply is never heard. `limit`: rows in a page, else the usual. `most`: changes sent at once. */
  const sync = async (server: Server, { isLost = false, limit, most = 100 }: Link = {}) => {
    const waiting = outbox.filter(({ n }) => n > state.acked && !refused.includes(n)).slice(0, most)
    const reply = await server.sync(device, {
      ...{ p: 1, rid: `${device}-${clock()}`, cursor: state.cursor, since: state.since },
      ...(limit !== undefined && { limit }),
      ...(state.epoch !== undefined && { epoch: state.epoch }),
      ...(state.whole && { whole: true }),
      changes: waiting.map(({ device: _, ...sent }) => sent),
    })
    if (!isLost) hear(reply)
  }

  return {
    ...{ device, rows, outbox, refused, edit, sync },
    isDone: () => left === 0 && outbox.every(({ n }) => n <= state.acked),
  }
}
