import type { AnyRow } from '../../src/domain/record.ts'
import { merged } from '../../src/protocol/merge.ts'
import { digestThere, withDigest } from '../../src/protocol/row-digest.ts'
import { newsOf, type RowState } from '../../src/protocol/row-state.ts'
import {
  type News,
  type SentChange,
  type SyncReply,
  type SyncRequest,
  usualPage,
} from '../../src/protocol/sync-message.ts'

type Kept = { table: string; row: string; state: RowState }
type Device = { acked: number; ids: Map<number, string>; refused: Map<number, string> }
export type Campus = ReturnType<typeof madeCampus>

/** A server as the contract has it, in memory: one campus, its changes in one order, who sent what. */
export const madeCampus = (now: () => number = () => 1_800_000_000_000) => {
  let [epoch, seq, restores] = ['e1', 0, 1]
  let rows = new Map<string, Kept>()
  let devices = new Map<string, Device>()
  /** What it refuses, by its reason. */
  let refuses: (change: SentChange) => string | undefined = () => undefined

  const deviceOf = (name: string) => {
    const device = devices.get(name) ?? { acked: 0, ids: new Map(), refused: new Map() }
    devices.set(name, device)
    return device
  }
  const take = (device: Device, name: string, by: string, change: SentChange) => {
    const code = refuses(change)
    device.acked = change.n
    device.ids.set(change.n, change.id)
    if (code) return void device.refused.set(change.n, code)
    seq += 1
    const key = `${change.table}/${change.row}`
    const stamp = { seq, by, device: name, now: now() }
    const { state } = merged(rows.get(key)?.state, change, stamp, () => true)
    rows.set(key, { table: change.table, row: change.row, state })
  }
  const pushed = (name: string, by: string, { changes = [], gone = 0 }: SyncRequest) => {
    const device = deviceOf(name)
    if (changes.length > 0) device.acked = Math.max(device.acked, gone)
    const refused: { n: number; code: string }[] = []
    for (const change of changes) {
      if (change.n > device.acked + 1) break
      if (change.n === device.acked + 1) take(device, name, by, change)
      const isOther = device.ids.has(change.n) && device.ids.get(change.n) !== change.id
      const code = isOther ? 'id-reuse' : device.refused.get(change.n)
      if (code) refused.push({ n: change.n, code })
    }
    return { acked: device.acked, refused }
  }
  const pulled = (name: string, request: SyncRequest) => {
    const isStranger = request.epoch !== undefined && request.epoch !== epoch
    const whole = isStranger || request.whole === true
    const cursor = isStranger ? 0 : request.cursor
    const since = isStranger ? 0 : (request.since ?? cursor)
    const later = [...rows.values()].filter(({ state }) => state.seq > cursor).sort((a, b) => a.state.seq - b.state.seq)
    const page = later.slice(0, request.limit ?? usualPage)
    const left = later.length - page.length
    const told = page.flatMap(({ table, row, state }): News[] => {
      const news = newsOf(table, row, state, { since, device: name, whole })
      return news ? [news] : []
    })
    return { rows: told, cursor: left > 0 ? (page.at(-1)?.state.seq ?? cursor) : seq, left }
  }
  return {
    answer(device: string, by: string, request: SyncRequest): SyncReply {
      const { acked, refused } = pushed(device, by, request)
      const isCurrent = request.digest !== undefined && request.epoch === epoch && request.cursor === seq
      const digests = [...rows.values()].map(({ table, row, state }) => digestThere(table, row, state))
      const isSame = digests.reduce(withDigest, 0) === request.digest
      const { rows: told, cursor, left } = pulled(device, request)
      return {
        p: 1,
        rid: request.rid,
        ...(epoch !== request.epoch && { epoch }),
        now: now(),
        acked,
        cursor,
        ...(refused.length > 0 && { refused }),
        ...(isCurrent && { digest: isSame ? ('same' as const) : ('other' as const) }),
        ...(told.length > 0 && { rows: told }),
        ...(left > 0 && { left }),
      }
    },
    refuse(why: typeof refuses) {
      refuses = why
    },
    /** A copy of all it holds, to come back to. */
    backup() {
      const copy = structuredClone({ seq, rows, devices })
      return () => {
        restores += 1
        ;({ seq, rows, devices } = structuredClone(copy))
        epoch = `e${restores}`
      }
    },
    ackedOf: (device: string) => deviceOf(device).acked,
    changesTaken: () => seq,
    /** The values it holds of one row, emptied ones left out. */
    valuesOf(table: string, row: string): Record<string, unknown> {
      const fields = Object.entries(rows.get(`${table}/${row}`)?.state.fields ?? {})
      return Object.fromEntries(fields.flatMap(([name, { v }]) => (v === null ? [] : [[name, v]])))
    },
    rowsOf: (table: string) => [...rows.values()].filter((one) => one.table === table),
  }
}

/** The values of a row as the phone has them, without its marks. */
export const valuesIn = (row: AnyRow | undefined): Record<string, unknown> => {
  const marks = 'id createdAt createdBy updatedAt updatedBy seq rev sort arrived versions'.split(' ')
  return Object.fromEntries(Object.entries(row ?? {}).filter(([name]) => !marks.includes(name)))
}
