import type { Change } from '../protocol/change.ts'
import { isText } from '../protocol/text-change.ts'
import type { Mark, Space } from './space.ts'
import { type SyncState, syncStateOf } from './sync-state.ts'

const outbox = (space: Space) => space.db.table<Change, number>('outbox')
const above = (space: Space, n: number) => outbox(space).where('n').above(n)

export type Limit = { readonly changes: number; readonly bytes: number }

/** About how much a change weighs on its way, in characters of JSON. */
const weightOf = (change: Change) => JSON.stringify(change).length

/**
 * The next changes to send, in the order of their numbers and without a hole: as many as the limit lets, one at least.
 * Empty when all up to the last was acknowledged.
 */
export const nextBatch = async (space: Space, acked: number, { changes, bytes }: Limit): Promise<Change[]> => {
  const next = await above(space, acked).limit(changes).toArray()
  let weight = 0
  const end = next.findIndex((change, at) => {
    weight += weightOf(change)
    return at > 0 && (weight > bytes || change.n !== (next[at - 1]?.n ?? 0) + 1)
  })
  return end < 0 ? next : next.slice(0, end)
}

/** Up to how many changes the saves are told apart. */
const counted = 500

export type Waiting = {
  /** How many changes the server has not acknowledged. */
  readonly changes: number
  /** How many saves they come from: what was changed in one gesture shares its instant. */
  readonly saves: number
  /** There are more saves than were counted. */
  readonly more: boolean
  /** Since when the oldest waits, ms since 1970. */
  readonly since?: number
}

/** What is written in a text is saved at each pause; to whoever wrote it is one thing. */
const saveOf = ({ at, row, fields }: Change) => (Object.values(fields).every(isText) ? row : at)

/** What waits to be sent. What is kept after it was acknowledged does not count. */
export const waitingIn = async (space: Space): Promise<Waiting> => {
  const { acked } = await syncStateOf(space)
  const first = await above(space, acked).limit(counted).toArray()
  const changes = first.length < counted ? first.length : await above(space, acked).count()
  const saves = new Set(first.map(saveOf)).size
  return { changes, saves, more: changes > first.length, ...(first[0] && { since: first[0].at }) }
}

/**
 * What of these rows waits, each row's in the order it was done. `more`: there are changes of others, or many of these.
 * Of what one has been noting for weeks no more is read than that takes.
 */
export const waitingOf = async (
  space: Space,
  acked: number,
  rows: readonly string[],
): Promise<{ changes: Change[]; more: boolean }> => {
  const first = await above(space, acked)
    .limit(rows.length + 1)
    .toArray()
  if (first.length <= rows.length) {
    const asked = new Set(rows)
    const changes = first.filter(({ row }) => asked.has(row))
    return { changes, more: changes.length < first.length }
  }
  const ofThem = await outbox(space).where('row').anyOf(rows).toArray()
  return { changes: ofThem.filter(({ n }) => n > acked), more: true }
}

/** Whether something of this row is on this phone alone. */
export const isWaiting = async (space: Space, row: string): Promise<boolean> => {
  const { acked } = await syncStateOf(space)
  return (await waitingOf(space, acked, [row])).changes.length > 0
}

/** All that waits, in the order it was done. */
export const allWaiting = async (space: Space): Promise<Change[]> =>
  above(space, (await syncStateOf(space)).acked).toArray()

/** How long acknowledged changes stay, in ms: a server restored from a backup is offered them again. */
const kept = 30 * 24 * 3_600_000
/** How many are forgotten at once. */
const some = 1_000

/**
 * Forgets what was acknowledged long ago, by the server's clock: this phone's may stand in another year today, and what
 * waited for weeks was only sent yesterday. The state tells up to which nothing is left.
 */
export const trimOutbox = ({ db, now }: Space): Promise<void> =>
  db.transaction('rw', ['outbox', 'meta'], async () => {
    const [state, mark] = await Promise.all([
      db.table<SyncState, string>('meta').get('sync'),
      db.table<Mark, string>('meta').get('mark'),
    ])
    if (!state || state.acked === 0) return
    const time = now() + (mark?.offset ?? 0)
    const ackedAt = { n: state.acked, at: time }
    const since = state.ackedAt
    const keep = (more: Partial<SyncState>) => db.table('meta').put({ ...state, ...more })
    // A restored server may have gone back behind it, and a clock that was wrong too.
    if (!since || since.n > state.acked || since.at > time) return void (await keep({ ackedAt }))
    if (time - since.at < kept) return
    const old = await db.table<Change, number>('outbox').where('n').belowOrEqual(since.n).limit(some).toArray()
    const gone = Math.max(state.gone, old.at(-1)?.n ?? 0)
    await db.table('outbox').where('n').belowOrEqual(gone).delete()
    await keep({ gone, ...(old.length < some && { ackedAt }) })
  })
