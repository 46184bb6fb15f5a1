import type { AnyRow } from '../domain/record.ts'
import { digestHere, withDigest } from '../protocol/row-digest.ts'
import type { Mark, Space } from './space.ts'
import { type SyncState, syncStateOf } from './sync-state.ts'

const day = 24 * 3_600_000
/** What differs in spite of a whole download is not downloaded again for a week. */
const week = 7 * day
/** So many rows are read at once: a save may come between two. */
const some = 500

/** Whether this moment, in ms since 1970, lies less than `term` back; one in the future was a clock set wrong. */
const isRecent = (moment: number | undefined, now: number, term: number) =>
  moment !== undefined && moment <= now && now - moment < term

const markOf = (space: Space) => space.db.table<Mark, string>('meta').get('mark')
const digestOfTable = async (space: Space, table: string): Promise<number> => {
  let [sum, last] = [0, '']
  for (;;) {
    const rows = await space.db.table<AnyRow, string>(table).where('id').above(last).limit(some).toArray()
    for (const row of rows) sum = withDigest(sum, digestHere(table, row))
    last = rows.at(-1)?.id ?? last
    if (rows.length < some) return sum
  }
}

export type Summed = { readonly state: SyncState; readonly digest: number }

/**
 * All this phone shows, as one number to be held against the server's. Once a day; undefined before that, while anything
 * waits, comes or was refused, and when something was written meanwhile.
 */
export const summedWhenDue = async (space: Space): Promise<Summed | undefined> => {
  const [state, before] = await Promise.all([syncStateOf(space), markOf(space)])
  const isWhole = state.filled && state.left === undefined && !state.whole && !state.unread
  if (!before || !isWhole || isRecent(state.checked, space.now(), day)) return undefined
  if (before.lastChange > state.acked || (await space.db.table('refused').count()) > 0) return undefined
  let digest = 0
  for (const table of Object.keys(space.catalog)) digest = withDigest(digest, await digestOfTable(space, table))
  const [now, after] = await Promise.all([syncStateOf(space), markOf(space)])
  return after?.rev === before.rev && now.cursor === state.cursor ? { state, digest } : undefined
}

/**
 * What the server found. Where phone and server differ all of it comes down again, over what is here; true when that is to
 * begin. Nothing is taken away: what only this phone has may be the last copy.
 */
export const keepCheck = ({ db, now }: Space, { state: seen }: Summed, isSame: boolean): Promise<boolean> =>
  db.transaction('rw', ['meta'], async () => {
    const state = await db.table<SyncState, string>('meta').get('sync')
    if (!state || state.cursor !== seen.cursor || state.epoch !== seen.epoch) return false
    const at = now()
    const isAgain = !isSame && !isRecent(state.mended, at, week)
    await db
      .table('meta')
      .put({ ...state, checked: at, ...(isAgain && { mended: at, cursor: 0, whole: true }) } satisfies SyncState)
    return isAgain
  })
