import { docOf, readingOf, takeIn } from '../protocol/text-doc.ts'
import type { FieldKey, HistoryEntry, Reading, TextUpdate } from './ledger.ts'

/** Who writes on after less than this is still at it, in ms. */
const PAUSE = 15 * 60_000
/** Each entry is a whole text. */
const PAGE = 20

const isSameSitting = (one: TextUpdate, next: TextUpdate | undefined) =>
  next !== undefined && next.by === one.by && next.at - one.at < PAUSE

/** What a text read after each sitting of somebody, latest first; undefined for a field that is no text. */
export const pastOfText = async (
  at: Reading,
  key: FieldKey,
  before: number,
): Promise<{ entries: HistoryEntry[]; more: boolean } | undefined> => {
  const updates = await at.updates(key, 0)
  if (updates.length === 0) return undefined
  const ends = updates.filter((one, n) => !isSameSitting(one, updates[n + 1]) && one.seq < before)
  const told = new Set(ends.slice(-PAGE))
  const doc = docOf([])
  const entries: HistoryEntry[] = []
  for (const one of updates) {
    takeIn(doc, one.update)
    if (told.has(one)) entries.unshift({ seq: one.seq, by: one.by, at: one.at, change: readingOf(doc), lost: false })
  }
  return { entries, more: ends.length > PAGE }
}
