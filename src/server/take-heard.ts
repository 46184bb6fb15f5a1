import type { Catalog } from '../domain/catalog.ts'
import { mergeOf } from '../domain/field.ts'
import type { FieldChange, FieldChanges } from '../protocol/change.ts'
import { isCollection } from '../protocol/fields.ts'
import type { Stamp, Tells } from '../protocol/merge.ts'
import { type HeardChange, type MergedHeard, mergedHeard, type Said } from '../protocol/merge-heard.ts'
import type { FieldState, RowState } from '../protocol/row-state.ts'
import type { Lost, SentChange } from '../protocol/sync-message.ts'
import type { HistoryEntry, Reading, StoredChange } from './ledger.ts'

export const isHeard = (change: SentChange): change is HeardChange => change.heard !== undefined

/** Only under numbers that a restore lost anybody may have heard what the server has not. */
export const mayBeHeard = (lost: readonly Lost[], { base }: SentChange): boolean =>
  lost.some(([after, upTo]) => after < base && base <= upTo)

type Parts = {
  catalog: Catalog
  tells: Tells
  texts: Readonly<Record<string, string>>
  /** What of this batch is not written yet. */
  stored: readonly StoredChange[]
  /** What was read of the past of fields, by row and field: several changes may ask for the same. */
  past: Map<string, HistoryEntry[]>
}

const fieldsIn = ({ fields }: StoredChange) => JSON.parse(fields) as FieldChanges
/** Of one field since a restore: nobody writes more in it before all phones have said what they heard. */
const MOST = 1_000

/** Whether the field may stand otherwise than it was heard because of what came since. */
const isInDoubt = ({ n, v }: FieldState, asked: FieldChange | undefined, base: number) => {
  const value = asked !== undefined && isCollection(asked) ? (asked.add ?? []) : (asked ?? null)
  return n > base && JSON.stringify(v) !== JSON.stringify(value)
}

const keyOf = ({ table, row }: HeardChange, field: string) => `${table}/${row}/${field}`

/** Reads what history keeps of the fields in doubt, before the change is taken. */
export const readPast = async (
  at: Reading,
  change: HeardChange,
  state: RowState | undefined,
  past: Parts['past'],
): Promise<void> => {
  const { table, row, base, fields } = change
  for (const [field, present] of Object.entries(state?.fields ?? {})) {
    const key = keyOf(change, field)
    if (!isInDoubt(present, fields[field], base) || past.has(key)) continue
    past.set(key, await at.history({ table, row, field }, Number.MAX_SAFE_INTEGER, MOST))
  }
}

/** What was said of the fields in doubt since the number under which the row was heard. */
const saidSince = (change: HeardChange, state: RowState | undefined, { stored, past }: Parts) => {
  const { table, row, base, fields } = change
  const said = new Map<string, Said[]>()
  for (const [field, present] of Object.entries(state?.fields ?? {})) {
    if (!isInDoubt(present, fields[field], base)) continue
    const before = (past.get(keyOf(change, field)) ?? [])
      .filter(({ seq }) => seq > base)
      .map(({ change, heard }): Said => ({ change, isHeard: heard !== undefined }))
    const now = stored.flatMap((one): Said[] => {
      const change = one.table === table && one.row === row && !one.refused && fieldsIn(one)[field]
      return change === undefined || change === false ? [] : [{ change, isHeard: one.heard !== undefined }]
    })
    said.set(field, [...before.reverse(), ...now])
  }
  return (field: string): readonly Said[] => said.get(field) ?? []
}

/** What a phone had heard, in its row from now on. */
export const withHeard = (
  parts: Parts,
  state: RowState | undefined,
  change: HeardChange,
  stamp: Stamp,
): MergedHeard => {
  const { catalog, tells, texts } = parts
  const since = saidSince(change, state, parts)
  const known = catalog[change.table]?.fields ?? {}
  const isProse = (name: string) => {
    const field = Object.hasOwn(known, name) ? known[name] : undefined
    return field !== undefined && mergeOf(field.kind) === 'prose'
  }
  return mergedHeard(state, change, stamp, { tells, isProse, since, texts })
}
