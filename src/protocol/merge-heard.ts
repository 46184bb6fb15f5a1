import type { CollectionChange, FieldChange, FieldChanges, Heard } from './change.ts'
import { applied, difference, isCollection, membersOf } from './fields.ts'
import { correctedTime, datedDeletion, iso, type Stamp, same, type Tells } from './merge.ts'
import type { FieldState, FieldValue, RowState } from './row-state.ts'
import type { SentChange } from './sync-message.ts'
import { isText } from './text-change.ts'

export type HeardChange = SentChange & { heard: Heard }
/** What was said of a field since the restore, in its order; `isHeard`: again, by somebody who had heard it. */
export type Said = { readonly change: FieldChange; readonly isHeard: boolean }
export type Around = {
  tells: Tells
  /** Whether a field is a text that several people write. */
  isProse: (field: string) => boolean
  since: (field: string) => readonly Said[]
  /** What the texts that are written in read after it. */
  texts: Readonly<Record<string, string>>
}
/** `fields`: what of it was not known, as the history keeps it; `lost`: those in which it does not stand. */
export type MergedHeard = { state: RowState | undefined; fields: FieldChanges; lost: string[] }

type Mark = Pick<FieldState, 'n' | 'p' | 't' | 'by' | 'd' | 'c'>
/** `isStale`: somebody told of the row as it was later. */
type Telling = { change: HeardChange; mark: Mark; now: number; isStale: boolean }
type Outcome = { field?: FieldState; said: FieldChange; isLost?: boolean } | undefined

/** Who heard the row had heard this value too, or nobody gave it since the restore. */
const isKnown = (present: FieldState, { change, mark }: Telling) =>
  present.h === true || (present.g ?? present.n) <= change.base || present.d === mark.d

/** The list as it was heard, and over it what people added and dropped since the restore. */
const replayed = (list: readonly string[], since: readonly Said[]): string[] => {
  const own = since.flatMap(({ change, isHeard }) => (isHeard ? [] : [{ list: change }]))
  return membersOf(own.reduce((values, change) => applied(values, change), { list } as Record<string, unknown>).list)
}
const mergedList = (
  present: FieldState | undefined,
  asked: CollectionChange,
  { mark, isStale }: Telling,
  since: readonly Said[],
): Outcome => {
  if (isStale) return undefined
  const list = replayed(asked.add ?? [], since)
  const said = difference({ list: membersOf(present?.v) }, { list }, ['list']).list
  const isOwn = since.some(({ isHeard }) => !isHeard)
  return said === undefined ? undefined : { field: { ...mark, v: list, ...(!isOwn && { h: true }) }, said }
}

/** It lies beside what stands, unless another version does, or it was told since the restore and settled. */
const besideIt = (
  present: FieldState,
  value: FieldValue,
  { mark, isStale }: Telling,
  since: readonly Said[],
  tells: boolean,
): Outcome => {
  const said = value as FieldChange
  if (value === null || (present.o && same(present.o.value, value))) return undefined
  if (since.some(({ change }) => same(change as FieldValue, value))) return undefined
  if (isStale || present.o || !tells || Array.isArray(value)) return { said, isLost: true }
  const kept = { by: present.by, at: iso(present.t) }
  const o = { value, by: mark.by, at: iso(mark.t), kept, n: mark.n }
  return { field: { ...present, g: present.g ?? present.n, n: mark.n, p: mark.n, o }, said, isLost: true }
}

const mergedValue = (
  present: FieldState | undefined,
  value: FieldValue,
  telling: Telling,
  since: readonly Said[],
  tells: boolean,
): Outcome => {
  const { change, mark, isStale } = telling
  const said = value as FieldChange
  if (present === undefined) {
    if (value === null) return undefined
    return isStale || change.heard.beside ? { said, isLost: true } : { field: { ...mark, v: value, h: true }, said }
  }
  if (same(present.v, value)) return undefined
  if (isStale || change.heard.beside || !isKnown(present, telling))
    return besideIt(present, value, telling, since, tells)
  const { o } = present
  const isUnsettled = o !== undefined && o.n > change.base && !same(o.value, value)
  // Heard by a device after what it sent itself: no earlier than that.
  const isAfterOwn = !present.h && (present.g ?? present.n) > change.base
  const as = isAfterOwn ? { ...mark, p: present.p, t: present.t + 1, s: true as const } : { ...mark, h: true as const }
  return { field: { ...as, v: value, ...(isUnsettled && { o }) }, said }
}

/** A deletion that was heard takes the row away where nobody wrote in it since; what was heard alive comes back. */
const mergedDeletion = (state: RowState | undefined, telling: Telling, isTouched: boolean): Outcome => {
  const { change, mark, now, isStale } = telling
  const asked = change.fields.deletedAt
  const present = state?.fields.deletedAt
  const isDeleted = typeof present?.v === 'string'
  const { row } = change.heard
  if (typeof asked !== 'string') {
    const isAlive = row !== undefined && !row.but?.includes('deletedAt')
    if (!isAlive || !isDeleted || !((isKnown(present, telling) && !isStale) || isTouched)) return undefined
    return { field: { ...mark, v: null, h: true }, said: null }
  }
  if (!state || isDeleted) return undefined
  const isWrittenIn = Object.values(state.fields).some(({ h, d, p, n }) => !h && (d === mark.d ? p : n) > change.base)
  if (isStale || isWrittenIn) return { said: asked, isLost: true }
  return { field: { ...mark, v: datedDeletion(asked, now), h: true }, said: asked }
}

/** The fields it tells of; of a row that was heard whole also those that were empty there. */
const namesIn = (state: RowState | undefined, { fields, heard: { row } }: HeardChange, { isProse }: Around) => {
  const emptied = row
    ? Object.keys(state?.fields ?? {}).filter((name) => !row.but?.includes(name) && !isProse(name))
    : []
  return [...new Set([...Object.keys(fields), ...emptied])].filter((name) => name !== 'deletedAt')
}

/**
 * The rule for what a phone had heard before a restore and says again. It takes the place of what was there when it was
 * heard, and of what others had heard before that; over what somebody sent since the restore it lies beside. Said by
 * several, it has one effect.
 */
export const mergedHeard = (
  state: RowState | undefined,
  change: HeardChange,
  stamp: Stamp,
  around: Around,
): MergedHeard => {
  const { heard, base } = change
  const { seq: n, device: d, now } = stamp
  const t = correctedTime(heard, now)
  const mark = { n, p: n, t, by: heard.by, d, c: change.id }
  const telling = { change, mark, now, isStale: base < (state?.heard ?? 0) }
  const fields: RowState['fields'] = { ...state?.fields }
  const [said, lost]: [FieldChanges, string[]] = [{}, []]
  let isTouched = false
  const note = (name: string, outcome: Outcome) => {
    if (!outcome) return
    said[name] = outcome.said
    if (outcome.field) fields[name] = outcome.field
    isTouched ||= outcome.field !== undefined
    if (outcome.isLost) lost.push(name)
  }
  const outcomeOf = (name: string): Outcome => {
    const [present, asked] = [state?.fields[name], change.fields[name] ?? null]
    if (isText(asked)) {
      const isOwn = present !== undefined && !present.h && present.n > base
      return { field: { ...mark, v: around.texts[name] || null, ...(!isOwn && { h: true }) }, said: asked }
    }
    if (isCollection(asked)) return mergedList(present, asked, telling, around.since(name))
    if (asked === null && Array.isArray(present?.v)) return mergedList(present, {}, telling, around.since(name))
    return mergedValue(present, asked === '' ? null : asked, telling, around.since(name), around.tells(name))
  }
  for (const name of namesIn(state, change, around)) note(name, outcomeOf(name))
  note('deletedAt', mergedDeletion(state, telling, isTouched))

  const known = Math.max(state?.heard ?? 0, base)
  if (Object.keys(said).length === 0) return { state: state && { ...state, heard: known }, fields: said, lost }
  const isLatest = !state || t >= state.at
  const isBack = typeof state?.fields.deletedAt?.v === 'string' && fields.deletedAt?.v === null
  const again = isBack ? n : state?.again
  const { born = { by: heard.by, at: t } } = heard.row ?? {}
  return {
    state: {
      seq: n,
      by: isLatest ? heard.by : state.by,
      at: isLatest ? t : state.at,
      born: state?.born ?? { by: born.by, at: correctedTime(born, now), n, d },
      ...(again !== undefined && { again }),
      heard: known,
      fields,
    },
    fields: said,
    lost,
  }
}
