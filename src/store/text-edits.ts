import type { AnyRow } from '../domain/record.ts'
import type { FieldChange, FieldChanges } from '../protocol/change.ts'
import { isText } from '../protocol/text-change.ts'
import { bringTo, docOf, readingOf, stateOf, type TextDoc, takeIn } from '../protocol/text-doc.ts'
import { type HeldText, heldTexts, proseIn, textKey } from './held-text.ts'
import type { Space } from './space.ts'
import type { Edit } from './write.ts'

/** So many updates lie beside each other before they are put together. */
const LOOSE = 32

type Opened = { held: HeldText; doc: TextDoc }
const together = ({ held, doc }: Opened): HeldText =>
  held.updates.length > LOOSE ? { ...held, updates: [stateOf(doc)] } : held

/** The text written in last, as it was then: of a long one the document takes a moment to make. */
let last: Opened | undefined
/** Gives it up where it holds what did not get to the disk. */
const docFrom = (held: HeldText): TextDoc => {
  const before = last?.held.key === held.key ? last : undefined
  const isPart = before?.held.updates.every((update, at) => update === held.updates[at])
  if (!before || !isPart) return docOf(held.updates)
  for (const update of held.updates.slice(before.held.updates.length)) takeIn(before.doc, update)
  return before.doc
}

/**
 * The texts that edits write in, inside the caller's transaction, which puts `into` where they are kept: as they are when
 * the last edit has been asked for. Gives what says which changes an edit is, its row reading as its texts do from then
 * on. A row is born without a word in them.
 */
export const openTexts = async (space: Space, edits: readonly Edit[], into: HeldText[]) => {
  const namesOf = ({ table, fields }: Edit) =>
    proseIn(space.catalog[table]?.fields ?? {}).filter((name) => name in fields)
  const keys = edits.flatMap((edit) => namesOf(edit).map((name) => textKey(edit.table, edit.row, name)))
  const found = await heldTexts(space).bulkGet(keys)
  const texts = new Map<string, Opened>()
  const opened = (key: string): Opened => {
    const held = found[keys.indexOf(key)] ?? { key, updates: [] }
    const text = texts.get(key) ?? { held, doc: docFrom(held) }
    texts.set(key, text)
    return text
  }
  /** A value is what the text is to read: what differs is written by one who writes nothing else. */
  const written = (key: string, change: FieldChange): string[] => {
    const text = opened(key)
    const updates = isText(change) ? [change.text] : bringTo(text.doc, String(change ?? ''))
    if (isText(change)) takeIn(text.doc, change.text)
    text.held = { ...text.held, updates: [...text.held.updates, ...updates] }
    return updates
  }
  return (edit: Edit, row: AnyRow): FieldChanges[] => {
    const names = namesOf(edit)
    const changes = names.flatMap((name) => {
      const key = textKey(edit.table, edit.row, name)
      const updates = written(key, edit.fields[name] ?? null)
      row[name] = readingOf(opened(key).doc)
      if (row[name] === '') delete row[name]
      return updates.map((text): FieldChanges => ({ [name]: { text } }))
    })
    into.splice(0, into.length, ...[...texts.values()].map(together))
    for (const held of into) last = { held, doc: opened(held.key).doc }
    const others = Object.entries(edit.fields).filter(([name]) => !names.includes(name))
    return others.length > 0 || edit.born ? [Object.fromEntries(others), ...changes] : changes
  }
}
