import type { AnyRow } from '../domain/record.ts'
import type { Change } from '../protocol/change.ts'
import type { News } from '../protocol/sync-message.ts'
import { isText } from '../protocol/text-change.ts'
import type { Offered } from './heard.ts'
import { type HeldText, heldTexts, proseIn, textKey } from './held-text.ts'
import { proseAtHand } from './prose.ts'
import type { Space } from './space.ts'

/** `waiting`: what this phone has written in its row and the server has not taken. */
type Told = { news: News; row: AnyRow; waiting: readonly Change[] }
/** `refused`: the rows in whose texts something was that was not taken, and why; `isRestored`: the server may have lost what it once had. */
type Round = { refused: ReadonlyMap<string, string>; isRestored: boolean }
/** `offers`: what a restored server lacks. `orphans`: changes that build on what was refused, and can build on nothing. */
export type Texts = { offers: Offered[]; orphans: { change: Change; code: string }[] }

type Mine = { change: Change; update: string }
const mineIn = (waiting: readonly Change[], name: string): Mine[] =>
  waiting.flatMap((change) => {
    const written = change.fields[name]
    return written !== undefined && isText(written) ? [{ change, update: written.text }] : []
  })

/** The whole as the server has it, and over it what waits here; `leave`: something was refused, and what builds on it goes. */
const rebuilt = (base: readonly string[], mine: readonly Mine[], leave?: (orphan: Change) => void) => {
  const { docOf, takeIn, isWaiting } = proseAtHand()
  const kept = [...base]
  let doc = docOf(kept)
  for (const { change, update } of mine) {
    const wasWaiting = isWaiting(doc)
    takeIn(doc, update)
    if (leave && isWaiting(doc) && !wasWaiting) {
      leave(change)
      doc = docOf(kept)
    } else kept.push(update)
  }
  return doc
}

/**
 * Keeps what the server tells of texts, inside the caller's transaction. What they read is told too: only where words of
 * this phone wait, or a restored server may lack some, they are put together here, and the rows read as they do.
 */
export const receiveTexts = async (
  space: Space,
  table: string,
  told: readonly Told[],
  { refused, isRestored }: Round,
): Promise<Texts> => {
  const texts: Texts = { offers: [], orphans: [] }
  const known = proseIn(space.catalog[table]?.fields ?? {})
  // A text of a newer version is kept too: once this one is as new, it is written on.
  const namesOf = ({ texts = {} }: News) => [...new Set([...known, ...Object.keys(texts)])]
  const all = told.flatMap((one) =>
    namesOf(one.news).map((name) => ({ ...one, name, key: textKey(table, one.row.id, name) })),
  )
  if (all.length === 0) return texts
  const found = await heldTexts(space).bulkGet(all.map(({ key }) => key))
  const here = new Map(found.flatMap((held) => (held ? [[held.key, held] as const] : [])))

  for (const { news, row, waiting, name, key } of all) {
    const heard = news.texts?.[name]
    // Nothing is told of it; a row told from its birth has no such text where the server is.
    if (!heard && !news.born) continue
    const held = here.get(key)
    const mine = mineIn(waiting, name)
    const isWhole = heard?.whole ?? news.born !== undefined
    const updates = isWhole ? (heard?.updates ?? []) : [...(held?.updates ?? []), ...(heard?.updates ?? [])]
    if (updates.length === 0 && !held) continue
    const code = refused.get(row.id)
    const keep = (kept: readonly string[], reads?: string) => {
      const turn = (held?.turn ?? 0) + (code === undefined ? 0 : 1)
      here.set(key, { key, updates: kept, ...(turn > 0 && { turn }) } satisfies HeldText)
      if (reads === '') delete row[name]
      else if (reads !== undefined) row[name] = reads
    }
    if (isRestored && isWhole && held && code === undefined) {
      const { docOf, lackedBy, readingOf, stateOf } = proseAtHand()
      const doc = docOf([...updates, ...mine.map(({ update }) => update)])
      for (const text of lackedBy(doc, held.updates))
        texts.offers.push({ table, row: row.id, base: news.seq, fields: { [name]: { text } } })
      keep([stateOf(doc)], readingOf(doc))
    } else if (isWhole && mine.length > 0) {
      const leave = code === undefined ? undefined : (change: Change) => void texts.orphans.push({ change, code })
      const doc = rebuilt(updates, mine, leave)
      keep([proseAtHand().stateOf(doc)], proseAtHand().readingOf(doc))
    } else keep(updates, mine.length > 0 ? proseAtHand().readingOf(proseAtHand().docOf(updates)) : undefined)
  }
  await heldTexts(space).bulkPut([...here.values()])
  return texts
}
