import * as Y from 'yjs'
import { cleaned, differenceOf } from '../protocol/text-difference.ts'
import { docOf, onWritten, readingOf, type TextDoc, takeIn, textIn, toSend, write } from '../protocol/text-doc.ts'
import { type HeldText, heldTexts, textKey } from './held-text.ts'
import type { Space } from './space.ts'
import { save } from './write.ts'

/** As long as a text may become by typing, in UTF-16 units. */
export const mostTyped = 200_000

export type Place = { readonly table: string; readonly row: string; readonly field: string }

/**
 * One sitting of one person at a text. What is typed goes into a document of this page, and from there to the row, the text
 * and the outbox with each `save`; what others write comes in by `take`. Who sits down again writes as somebody new, for
 * what a document of before had said and not saved is not known any more.
 */
export const openTyping = (space: Space, { table, row, field }: Place, start: HeldText | undefined) => {
  let doc: TextDoc
  let known: Set<string>
  let turn: number
  let unsaved: Uint8Array[] = []
  /** What it read when all that was typed was saved. */
  let settled: string
  let saving: Promise<void> = Promise.resolve()

  const begin = (held: HeldText | undefined) => {
    doc = docOf(held?.updates ?? [])
    known = new Set(held?.updates)
    turn = held?.turn ?? 0
    unsaved = []
    settled = readingOf(doc)
    onWritten(doc, (update) => unsaved.push(update))
  }
  begin(start)

  const keep = async () => {
    if (unsaved.length === 0) return
    // What this builds on was refused, and is not on the disk any more: `take` comes first.
    if (((await heldTexts(space).get(textKey(table, row, field)))?.turn ?? 0) !== turn) return
    const [making, made] = [doc, unsaved]
    const reads = readingOf(making)
    unsaved = []
    try {
      await save(
        space,
        toSend(made).map((text) => ({ table, row, fields: { [field]: { text } } })),
      )
      if (making === doc) settled = reads
    } catch (error) {
      if (making === doc) unsaved = [...made, ...unsaved]
      throw error
    }
  }
  return {
    text: () => readingOf(doc),
    isUnsaved: () => unsaved.length > 0,
    /**
     * The text as it stands where it is typed, and the place of the caret in it. False where it is longer than may be: then
     * it reads as much of it as there is room for, and all that was there before.
     */
    typed: (now: string, caret: number): boolean => {
      const before = readingOf(doc)
      const { at, drop, add } = differenceOf(before, cleaned(now), caret)
      const room = Math.max(0, mostTyped - before.length + drop)
      const fits = add.length <= room
      // Without half a surrogate pair at its end.
      write(doc, { at, drop, add: fits ? add : add.slice(0, room).replace(/\p{Surrogate}$/u, '') })
      return fits
    },
    /** One after the other. @throws StoreError; what was typed waits for the next one then. */
    save: (): Promise<void> => {
      saving = saving.catch(() => {}).then(keep)
      return saving
    },
    /** What is on the disk now. */
    take: (held: HeldText) => {
      if ((held.turn ?? 0) !== turn) {
        // What this builds on was refused: what is not saved yet is typed again where it stood.
        const { at, add } = differenceOf(settled, readingOf(doc))
        const isUnsaved = unsaved.length > 0
        begin(held)
        if (isUnsaved && add !== '') write(doc, { at: Math.min(at, readingOf(doc).length), drop: 0, add })
        return
      }
      const news = held.updates.filter((update) => !known.has(update))
      for (const update of news) takeIn(doc, update)
      known = new Set(held.updates)
      if (unsaved.length === 0) settled = readingOf(doc)
    },
    /** A place that stays behind the letter it follows, wherever that goes. */
    mark: (at: number): (() => number) => {
      const marked = Y.createRelativePositionFromTypeIndex(textIn(doc), at, -1)
      return () =>
        Y.createAbsolutePositionFromRelativePosition(marked, doc)?.index ?? Math.min(at, readingOf(doc).length)
    },
  }
}
export type Typing = ReturnType<typeof openTyping>
