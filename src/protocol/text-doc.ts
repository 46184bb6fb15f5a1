import * as Y from 'yjs'
import { base64Of, bytesOf } from './base64.ts'
import { cutUpdate, MOST_WRITERS, writersIn } from './cut-update.ts'
import { cleaned, type Difference, differenceOf } from './text-difference.ts'

/**
 * A text that several people write, as Yjs keeps it. Updates come and go in base64; applied in any order, any number of
 * times, they make the same text. It is born empty and only ever grows by updates: one made anew from what it reads would
 * hold every word twice. Each document of this page is one who writes: its client id is never used again.
 */
export type TextDoc = Y.Doc

const root = 'text'
/** How long a text may be, in UTF-16 units: the editor stops at half, so that two people who fill it apart are taken. */
export const MOST_TEXT = 400_000
/** How much one may weigh with all that was ever deleted from it, in characters of base64. */
export const MOST_STATE = 3_000_000
export const textIn = (doc: TextDoc) => doc.getText(root)

export const docOf = (updates: readonly string[]): TextDoc => {
  const doc = new Y.Doc()
  for (const update of updates) takeIn(doc, update)
  return doc
}
/** What a colleague, another tab or the disk has of it. @throws when it is no update. */
export const takeIn = (doc: TextDoc, update: string): void => Y.applyUpdate(doc, bytesOf(update), takeIn)

export const readingOf = (doc: TextDoc): string => textIn(doc).toString()
export const stateOf = (doc: TextDoc): string => base64Of(Y.encodeStateAsUpdate(doc))
/** Something was taken in that builds on what has not come. */
export const isWaiting = ({ store }: TextDoc): boolean => store.pendingStructs !== null || store.pendingDs !== null

/** How many they are who wrote what builds on what has not come. */
export const writersWaiting = ({ store }: TextDoc): number => {
  const waiting = store.pendingStructs ? Y.decodeUpdateV2(store.pendingStructs.update).structs : []
  return new Set(waiting.map(({ id }) => id.client)).size
}

/** Hears of what is written here, not of what is taken in. Returns how to stop. */
export const onWritten = (doc: TextDoc, hear: (update: Uint8Array) => void): (() => void) => {
  const listener = (update: Uint8Array, origin: unknown) => origin !== takeIn && hear(update)
  doc.on('update', listener)
  return () => doc.off('update', listener)
}
/** Updates as they may travel: as few as can be, none too large. */
export const toSend = (updates: readonly Uint8Array[]): string[] =>
  updates.length === 0 ? [] : cutUpdate(Y.mergeUpdates([...updates])).map(base64Of)

export const write = (doc: TextDoc, { at, drop, add }: Difference): void =>
  doc.transact(() => {
    if (drop > 0) textIn(doc).delete(at, drop)
    if (add !== '') textIn(doc).insert(at, add)
  })

/** Brings the document to this text by what differs; gives the updates that say so. */
export const bringTo = (doc: TextDoc, text: string): string[] => {
  const made: Uint8Array[] = []
  const stop = onWritten(doc, (update) => made.push(update))
  write(doc, differenceOf(readingOf(doc), cleaned(text)))
  stop()
  return toSend(made)
}

/** What these updates hold that the document does not have, once it has taken them in. */
export const lackedBy = (doc: TextDoc, updates: readonly string[]): string[] => {
  const lacked: Uint8Array[] = []
  const hear = (update: Uint8Array) => lacked.push(update)
  doc.on('update', hear)
  for (const update of updates) takeIn(doc, update)
  doc.off('update', hear)
  return toSend(lacked)
}

const isOurs = (struct: Y.Item | Y.GC | Y.Skip): boolean => {
  if (!(struct instanceof Y.Item)) return true
  const { parent, parentSub, content } = struct
  const isInText = (parent === null || (parent as unknown) === root) && parentSub === null
  if (content instanceof Y.ContentString) return isInText && !content.str.includes('\r')
  return isInText && content instanceof Y.ContentDeleted
}
/** Of one update. A piece that was typed is ten bytes at least: one that may travel never holds so many. */
const MOST_STRUCTS = 8_000
/** Whether it is an update, of nothing but such a text, and of no more pieces and writers than phones send at once. */
export const isSound = (update: string): boolean => {
  try {
    const bytes = bytesOf(update)
    if (writersIn(bytes) > MOST_WRITERS) return false
    const { structs } = Y.decodeUpdate(bytes)
    return structs.length <= MOST_STRUCTS && structs.every(isOurs)
  } catch {
    return false
  }
}

/** The words an update brings, as far as it can be read alone. */
export const wordsIn = (update: string): string =>
  isSound(update)
    ? Y.decodeUpdate(bytesOf(update))
        .structs.flatMap((struct) =>
          struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.content.str : [],
        )
        .join('')
    : ''
