import type { AnyRow } from '../domain/record.ts'
import type { Change } from '../protocol/change.ts'
import { trashTerm } from '../protocol/trash-term.ts'
import { forgetBlobs } from './forget-blobs.ts'
import { heldTexts, proseIn, textKey } from './held-text.ts'
import type { Mark, Space } from './space.ts'
import { type SyncState, syncStateOf } from './sync-state.ts'

/** How many of a table are forgotten at once. */
const some = 1_000
const day = 24 * 3_600_000

/**
 * Up to which revision rows may go, and by what time; undefined before a day has passed since the last look. Lists and search
 * follow what is written, and must have seen that a row is deleted before it is no longer there.
 */
const dueNow = ({ db, now }: Space) =>
  db.transaction('rw', ['meta'], async () => {
    const [state, mark] = await Promise.all([
      db.table<SyncState, string>('meta').get('sync'),
      db.table<Mark, string>('meta').get('mark'),
    ])
    if (!state || !mark) return undefined
    const time = now() + (mark.offset ?? 0)
    const { revAt } = state
    if (revAt && revAt.at <= time && time - revAt.at < day) return undefined
    await db.table('meta').put({ ...state, revAt: { rev: mark.rev, at: time } })
    return revAt && revAt.at <= time ? { rev: revAt.rev, time } : undefined
  })

/**
 * Rows that were in the trash for longer than its term leave this phone, by the server's clock; the server keeps them, and
 * tells all of one that somebody brings back. What this phone still has to send of a row holds it. Once a day.
 */
export const forgetDeleted = async (space: Space): Promise<void> => {
  const { db } = space
  const due = await dueNow(space)
  if (!due) return
  const term = new Date(due.time - trashTerm).toISOString()
  for (const table of Object.keys(space.catalog)) {
    const forgotten = await db.transaction('rw', [table, 'texts', 'outbox', 'meta'], async () => {
      const { acked } = await syncStateOf(space)
      const old = await db.table<AnyRow, string>(table).where('deletedAt').belowOrEqual(term).limit(some).toArray()
      if (old.length === 0) return 0
      const waiting = await db.table<Change, number>('outbox').where('n').above(acked).toArray()
      const held = new Set(waiting.map(({ row }) => row))
      const gone = old.flatMap(({ id, rev }) => (held.has(id) || rev > due.rev ? [] : [id]))
      const texts = proseIn(space.catalog[table]?.fields ?? {}).flatMap((name) =>
        gone.map((id) => textKey(table, id, name)),
      )
      await Promise.all([db.table(table).bulkDelete(gone), heldTexts(space).bulkDelete(texts)])
      return gone.length
    })
    if (table === 'attachments' && forgotten > 0) await forgetBlobs(space)
  }
}
