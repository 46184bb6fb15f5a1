import type { RefusalCode, SentChange } from '../protocol/sync-message.ts'
import { isText } from '../protocol/text-change.ts'
import {
  docOf,
  isSound,
  isWaiting,
  MOST_STATE,
  MOST_TEXT,
  readingOf,
  stateOf,
  type TextDoc,
  takeIn,
  writersWaiting,
} from '../protocol/text-doc.ts'
import type { RowKey, TextMark, Writing } from './ledger.ts'
import { openWarmTexts } from './warm-texts.ts'

/** After so many updates they are folded: who has not heard the first of them is told the whole. */
export const usualFold = 200

/** So many writers may wait in a text for what they build on: each time one is read costs the square of them. */
const MOST_WAITING = 500

const warm = openWarmTexts()

/** `taken`: the updates since `state`, which is that of the disk. `size`: of the whole, guessed from above. */
type Text = TextMark & { state: string | undefined; taken: string[]; doc?: TextDoc | undefined; seq: number }
type Written = { reads: Record<string, string>; leave: () => void }
const nothingWritten: Written = { reads: {}, leave: () => {} }

const rowOf = ({ table, row }: RowKey) => `${table}/${row}`
const isWriting = ({ fields }: SentChange) => Object.values(fields).some(isText)
const updatesIn = ({ fields }: SentChange) =>
  Object.entries(fields).flatMap(([field, change]) => (isText(change) ? [[field, change.text] as const] : []))

/** The texts that changes write in, as they become one change after the other. `fold`: after so many updates. */
export const textsTaken = async (at: Writing, changes: readonly SentChange[], fold: number) => {
  const texts = new Map<string, Text>()
  const broken = new Map<string, RefusalCode>()
  const writing = changes.filter(isWriting)
  for (const mark of writing.length > 0 ? await at.texts(writing) : [])
    texts.set(`${rowOf(mark)}/${mark.field}`, { ...mark, state: await at.text(mark), taken: [], seq: 0 })

  const docIn = (text: Text): TextDoc => {
    const isAsKept = text.doc === undefined && text.state !== undefined && text.taken.length === 0
    if (isAsKept) text.doc = warm.take(text.state ?? '')
    text.doc ??= docOf([...(text.state === undefined ? [] : [text.state]), ...text.taken])
    return text.doc
  }
  /** What the text reads with the update; or why it is not taken. */
  const readingAfter = (text: Text, update: string): { reads: string } | RefusalCode => {
    if (!isSound(update)) return 'invalid'
    const doc = docIn(text)
    const [wasWaiting, before] = [isWaiting(doc), readingOf(doc)]
    try {
      takeIn(doc, update)
    } catch {
      return 'invalid'
    }
    // It builds on what was refused, and would never be read. After a restore others bring what it builds on.
    const code = broken.get(rowOf(text))
    if (code && isWaiting(doc) && !wasWaiting) return code
    if (isWaiting(doc) && writersWaiting(doc) > MOST_WAITING) return 'too-large'
    const [reads, size] = [readingOf(doc), text.size + update.length]
    if (reads.length > MOST_TEXT && reads.length > before.length) return 'too-large'
    return size > MOST_STATE && stateOf(doc).length > MOST_STATE ? 'too-large' : { reads }
  }
  return {
    /** A change of this row is refused for good: what builds on it has nothing to build on. */
    breaks: ({ key, code }: { key: RowKey; code: RefusalCode }) =>
      void (code !== 'held' && broken.set(rowOf(key), code)),
    /** What the texts of a change read once it is taken; `leave`: it is not after all. */
    after: (change: SentChange, seq: number): Written | RefusalCode => {
      if (!isWriting(change)) return nothingWritten
      const reads: Record<string, string> = {}
      const undo: (() => void)[] = []
      const leave = () => {
        for (const one of undo) one()
      }
      for (const [field, update] of updatesIn(change)) {
        const { table, row } = change
        const key = `${rowOf(change)}/${field}`
        const fresh: Text = { table, row, field, folded: 0, updates: 0, size: 0, state: undefined, taken: [], seq: 0 }
        const text = texts.get(key) ?? fresh
        const was = { ...text, taken: [...text.taken], doc: undefined }
        undo.push(() => void texts.set(key, was))
        const after = readingAfter(text, update)
        if (typeof after === 'string') {
          leave()
          return after
        }
        reads[field] = after.reads
        text.taken.push(update)
        texts.set(key, { ...text, seq, updates: text.updates + 1, size: text.size + update.length })
      }
      return { reads, leave }
    },
    write: async () => {
      const written = [...texts.values()].filter(({ taken }) => taken.length > 0)
      await at.putTexts(
        written.map((text) => {
          const doc = docIn(text)
          const state = stateOf(doc)
          warm.keep(state, doc)
          return { ...text, state, ...(text.updates > fold && { folded: text.seq, updates: 0 }) }
        }),
      )
    },
  }
}
