import { newsOf, type Seen } from '../protocol/row-state.ts'
import type { News } from '../protocol/sync-message.ts'
import { failpoint } from './failpoint.ts'
import type { Reading, RowKey, StoredRow } from './ledger.ts'
import { unpacked } from './row-text.ts'
import { marksOf, sizeOf, withTexts } from './texts-told.ts'

/** `whole`: what the device sent itself comes too. */
export type Wanted = Seen & { cursor: number; limit: number }
export type Page = { rows: News[]; cursor: number; left: number }

const AT_ONCE = 500
/** The rest is counted up to so many pages: where hundreds are told a little each, counting would cost more than telling. */
const COUNTED = 100
const MOST_ROWS = 5_000
/** Of stored text, which is about what travels before it is compressed. */
const MOST_TEXT = 2_000_000

const newsIn = ({ table, row, state }: StoredRow, wanted: Wanted) => newsOf(table, row, unpacked(state), wanted)

/** The rows past the cursor in the order of their numbers, as many as one reply may hold. `last`: the campus's number. */
export const pageOf = async (at: Reading, wanted: Wanted, last: number): Promise<Page> => {
  const notOf = wanted.whole ? undefined : wanted.device
  const limit = Math.max(1, Math.min(wanted.limit, MOST_ROWS))
  const rows: News[] = []
  let [cursor, text] = [wanted.cursor, 0]
  for (;;) {
    // One more than it holds tells whether there is a rest.
    const asked = Math.min(AT_ONCE, limit - rows.length + 1)
    const some = await at.rowsAfter(cursor, asked, notOf)
    const marks = await marksOf(at, some)
    for (const stored of some) {
      const size = stored.state.length + sizeOf(marks(stored))
      if (rows.length >= limit || (rows.length > 0 && text + size > MOST_TEXT))
        return { rows, cursor, left: await at.countAfter(cursor, limit * COUNTED, notOf) }
      cursor = stored.seq
      const news = newsIn(stored, wanted)
      if (!news) continue
      rows.push(await withTexts(at, news, marks(stored), wanted))
      text += size
      failpoint('in-page')
    }
    if (some.length < asked) return { rows, cursor: Math.max(cursor, last), left: 0 }
  }
}

/** The rows named, whole: a phone whose change was refused holds what the server does not. */
export const wholeRows = async (at: Reading, keys: readonly RowKey[], device: string): Promise<News[]> => {
  const named = new Map(keys.map((key) => [`${key.table}/${key.row}`, key]))
  if (named.size === 0) return []
  const marks = await marksOf(at, [...named.values()])
  const wanted = { cursor: 0, since: 0, whole: true, limit: 1, device }
  const told = (await at.rows([...named.values()])).map(async (stored) => {
    const news = newsIn(stored, wanted)
    return news ? [await withTexts(at, news, marks(stored), wanted)] : []
  })
  return (await Promise.all(told)).flat()
}
