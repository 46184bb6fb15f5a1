import { randomUUID } from 'node:crypto'
import type { Change, FieldChanges } from '../src/protocol/change.ts'
import { schemaVersion } from '../src/protocol/schema-version.ts'
import type { News } from '../src/protocol/sync-message.ts'
import { freshSync } from '../src/store/sync-state.ts'
import type { SyncStore } from '../src/sync/sync-store.ts'

/** Whoever waits for something to be so. */
const waiters = () => {
  let waiting: (() => void)[] = []
  return {
    come: () => new Promise<void>((tell) => waiting.push(tell)),
    tell: () => {
      const told = waiting
      waiting = []
      for (const one of told) one()
    },
  }
}

/**
 * Where a phone stands with its server, as store/receive.ts keeps it, and none of its rows: three hundred phones that keep
 * all rows of a campus would be a machine of their own. `heard`: of each row that comes.
 */
export const loadStore = (device: string, heard: (news: News) => void) => {
  const outbox: Change[] = []
  let state = freshSync
  let [refused, troubles] = [0, 0]
  const [acked, done] = [waiters(), waiters()]
  const store: SyncStore = {
    state: async () => state,
    nextBatch: async (after, { changes }) => outbox.slice(after, after + changes),
    receive: async (reply, { changes, cursor: asked }) => {
      if (asked !== state.cursor) return { state, isDone: false, isTaken: false }
      const { left: _, since, ...known } = state
      const { epoch = state.epoch, cursor, left, rows = [] } = reply
      state = {
        ...{ ...known, cursor, acked: Math.min(reply.acked, changes.at(-1)?.n ?? state.acked) },
        ...(epoch !== undefined && { epoch }),
        ...(left !== undefined && { left, since: since ?? known.cursor }),
      }
      refused += reply.refused?.length ?? 0
      rows.forEach(heard)
      const isSent = state.acked === outbox.length
      const isDone = isSent && left === undefined
      if (isSent) acked.tell()
      if (isDone) done.tell()
      return { state, isDone, isTaken: true }
    },
    keepTrouble: async () => {
      troubles += 1
      return state
    },
    setAside: async () => {
      throw new Error('A change was too large')
    },
    summedWhenDue: async () => undefined,
    keepCheck: async () => false,
  }
  return {
    store,
    cursor: () => state.cursor,
    /** As if all up to there had come: what everybody missed meanwhile is not always what is measured. */
    skipTo: ({ cursor, epoch }: { cursor: number; epoch?: string }) => {
      const { left: _, since: __, ...known } = state
      state = { ...known, cursor, ...(epoch !== undefined && { epoch }) }
    },
    state: store.state,
    refused: () => refused,
    /** How many rounds ended with something in the way: the server was not heard in time, or failed. */
    troubles: () => troubles,
    /** Notes something. */
    mint: (table: string, row: string, fields: FieldChanges) =>
      void outbox.push({
        ...{ n: outbox.length + 1, id: randomUUID(), device, schema: schemaVersion },
        ...{ table, row, base: 0, at: Date.now(), fields },
      }),
    /** The next time that all that was noted is acknowledged. */
    acked: acked.come,
    /** The next time that nothing is left, either way. */
    done: done.come,
  }
}
