import type { AnyRow } from '../domain/record.ts'
import type { Change } from '../protocol/change.ts'
import { trashTerm } from '../protocol/trash-term.ts'
import { forgetBlobs } from './forget-blobs.ts'
import { heldTexts, proseIn, textKey } from './held-text.ts'
import type { Mark, Space } from './space.ts'
import { syncStateOf } from './sync-state.ts'

/** How many of a table are forgotten at once. */
const some = 1_000

/**
 * Rows that were in the trash for longer than its term leave this phone, by the server's clock; the server keeps them, and
 * tells all of one that somebody brings back. What this phone still has to send of a row holds it.
 */
export const forgetDeleted = async (space: Space): Promise<void> => {
  const { db } = space
  for (const table of Object.keys(space.catalog)) {
    const forgotten = await db.transaction('rw', [table, 'texts', 'outbox', 'meta'], async () => {
      const [{ acked }, mark] = await Promise.all([syncStateOf(space), db.table<Mark, string>('meta').get('mark')])
      const term = new Date(space.now() + (mark?.offset ?? 0) - trashTerm).toISOString()
      const old = await db.table<AnyRow, string>(table).where('deletedAt').belowOrEqual(term).limit(some).toArray()
      if (old.length === 0) return 0
      const waiting = await db.table<Change, number>('outbox').where('n').above(acked).toArray()
      const held = new Set(waiting.map(({ row }) => row))
      const gone = old.flatMap(({ id }) => (held.has(id) ? [] : [id]))
      const texts = proseIn(space.catalog[table]?.fields ?? {}).flatMap((name) =>
        gone.map((id) => textKey(table, id, name)),
      )
      await Promise.all([db.table(table).bulkDelete(gone), heldTexts(space).bulkDelete(texts)])
      return gone.length
    })
    if (table === 'attachments' && forgotten > 0) await forgetBlobs(space)
  }
}
