import type { CollectionChange, FieldChange } from './change.ts'
import { isCollection } from './fields.ts'
import type { FieldState, FieldValue, RowState } from './row-state.ts'
import type { SentChange } from './sync-message.ts'
import { isText } from './text-change.ts'

/** What the server adds to a change: its number, who sent it from where, and the server's clock in ms since 1970. */
export type Stamp = { seq: number; by: string; device: string; now: number }

/** A change as it touches the row, and the fields in which what it sent does not stand. */
export type Merged = { state: RowState; lost: string[] }

/**
 * Whether two values of a field are both shown when neither author had seen the other's. Fields the app fills by itself
 * (done, closed) take one of them in silence; the other is in the history all the same.
 */
export type Tells = (field: string) => boolean

/** When a change was made, by the server's clock: a clock in the future gains nothing past the server's now. */
export const correctedTime = ({ at, offset = 0 }: Pick<SentChange, 'at' | 'offset'>, now: number): number =>
  Math.round(Math.max(0, Math.min(at + offset, now)))
export const iso = (ms: number) => new Date(ms).toISOString()

/** A deletion that says another moment than this long ago, in ms, waited on a phone, or the phone's clock is wrong. */
const lately = 24 * 3_600_000
/** From when on a row is in the trash: from when all may see it there, not from when one phone believes it was deleted. */
export const datedDeletion = (asked: string, now: number): string =>
  Math.abs(now - Date.parse(asked)) < lately ? asked : iso(now)

const withMembers = (value: FieldValue | undefined, { add = [], drop = [] }: CollectionChange): string[] => {
  const members = Array.isArray(value) ? value.filter((one) => !drop.includes(one)) : []
  return [...new Set([...members, ...add])].filter((one) => one !== '')
}

/** `reads`: what a text that was written in reads from now on. */
type Touch = { change: SentChange; stamp: Stamp; t: number; tells: boolean; reads?: string | undefined }

export const same = (a: FieldValue, b: FieldValue) => a === b || JSON.stringify(a) === JSON.stringify(b)
/** Up to which number others than the device that now holds the field have touched it. */
const othersUpTo = (field: FieldState | undefined, device: string) =>
  field === undefined ? 0 : field.d === device ? field.p : field.n

/** One field after a change: an edit that saw the present value wins, else the later one; the loser is kept beside it. */
const mergedField = (present: FieldState | undefined, asked: FieldChange, touch: Touch): FieldState => {
  const { change, stamp, tells } = touch
  const { seq: n, by, device: d } = stamp
  const t = Math.max(touch.t, (present?.t ?? 0) + 1)
  if (isCollection(asked) || isText(asked))
    return {
      v: isText(asked) ? touch.reads || null : withMembers(present?.v, asked),
      n,
      p: othersUpTo(present, d),
      t: Math.max(touch.t, present?.t ?? 0),
      by,
      d,
      c: change.id,
    }
  const given: FieldState = { v: asked, n, p: othersUpTo(present, d), t, by, d, c: change.id }
  if (!present) return given
  // What lost before is settled by an edit that saw it, and only by that.
  const unsettled = present.o && present.o.n > change.base ? present.o : undefined
  const givenAt = present.g ?? present.n
  const hasSeen = givenAt <= change.base || present.d === d
  if (hasSeen) return unsettled ? { ...given, p: n, o: { ...unsettled, kept: { by, at: iso(t) } } } : given
  const asTold = { ...given, t: touch.t }
  if (same(present.v, asked)) {
    const { g, h, s, ...again } = present
    // A value given twice is as late as the later of the two.
    const later = h ? touch.t : Math.max(present.t, touch.t)
    // From now on it is the word of whoever sent it; who had it before them had it under the number it was heard.
    if (h || s) return { ...again, ...asTold, t: later, g: g ?? present.n, p: n }
    return { ...again, n, p: n, t: later }
  }
  // What was only heard overwrites nothing that somebody sends, whichever comes first.
  const isLater = present.h || touch.t > present.t || (touch.t === present.t && change.id > present.c)
  const [won, lost] = isLater ? [asTold, present] : [{ ...present, g: givenAt }, asTold]
  // A list has no other version: only a field that was a list in another build's eyes comes here with one.
  if (!tells || Array.isArray(lost.v)) return { ...won, n, p: n }
  const other = { value: lost.v, by: lost.by, at: iso(lost.t), kept: { by: won.by, at: iso(won.t) }, n }
  return { ...won, n, p: n, o: other }
}

/** A row that was deleted by somebody who had not seen this edit, or the other way round, stays: nobody meant to lose it. */
const mergedDeletion = (state: RowState | undefined, touch: Touch): FieldState | undefined => {
  const { change, stamp } = touch
  const present = state?.fields.deletedAt
  const asked = change.fields.deletedAt
  const unseen = (field: FieldState) => othersUpTo(field, stamp.device) > change.base
  const mark = { n: stamp.seq, t: touch.t, by: stamp.by, d: stamp.device, c: change.id }
  if (asked === undefined) {
    const isRevived = present !== undefined && present.v !== null && unseen(present)
    return isRevived ? { v: null, p: stamp.seq, ...mark } : present
  }
  const value = typeof asked === 'string' ? datedDeletion(asked, stamp.now) : null
  const isEditedElsewhere = Object.entries(state?.fields ?? {}).some(
    ([name, one]) => name !== 'deletedAt' && unseen(one),
  )
  if (value !== null && isEditedElsewhere) return { v: null, p: stamp.seq, ...mark }
  return { v: value, p: value === asked ? othersUpTo(present, stamp.device) : stamp.seq, ...mark }
}

/**
 * The merge rule, field by field. An edit by someone who had seen the present value wins, all earlier changes of one's
 * own device counting as seen; between two who had not seen each other the later corrected time wins. Collections add up.
 * `texts`: what the texts that the change writes in read after it, by field.
 */
export const merged = (
  state: RowState | undefined,
  change: SentChange,
  stamp: Stamp,
  tells: Tells,
  texts: Readonly<Record<string, string>> = {},
): Merged => {
  const t = correctedTime(change, stamp.now)
  const fields: Record<string, FieldState> = { ...state?.fields }
  const lost: string[] = []
  for (const [name, sent] of Object.entries(change.fields)) {
    if (name === 'deletedAt') continue
    // A text of no length, and a link to nothing, are a field that was emptied.
    const asked = sent === '' ? null : sent
    const field = mergedField(state?.fields[name], asked, { change, stamp, t, tells: tells(name), reads: texts[name] })
    if (!isCollection(asked) && !isText(asked) && !same(field.v, asked)) lost.push(name)
    fields[name] = field
  }
  const deletion = mergedDeletion(state, { change, stamp, t, tells: false })
  if (deletion) fields.deletedAt = deletion
  const { deletedAt } = change.fields
  if (deletedAt !== undefined && typeof deletion?.v !== typeof deletedAt) lost.push('deletedAt')
  const isLatest = !state || t >= state.at
  const isBack = typeof state?.fields.deletedAt?.v === 'string' && deletion?.v === null
  const again = isBack ? stamp.seq : state?.again
  return {
    state: {
      seq: stamp.seq,
      by: isLatest ? stamp.by : state.by,
      at: isLatest ? t : state.at,
      born: state?.born ?? { by: stamp.by, at: t, n: stamp.seq, d: stamp.device },
      ...(again !== undefined && { again }),
      ...(state?.heard !== undefined && { heard: state.heard }),
      fields,
    },
    lost,
  }
}
