import { choice, type Field, instant, link, optional } from './field.ts'
import { fold } from './fold.ts'
import { sources } from './lists/sources.ts'

export type Fields = Readonly<Record<string, Field>>

/** What a kind of record is: everything else (table, form, list, page, search, what the server accepts) is derived from it. */
export type RecordType<F extends Fields = Fields> = {
  /** The name of its table, on the phone, on the wire and on the server. */
  readonly table: string
  readonly label: string
  readonly plural: string
  /** The fields that name a row in a list: the first is its title, the others its second line. */
  readonly summary: readonly string[]
  /** The texts that name a row, by their first line, where the links of its summary lead nowhere. */
  readonly named?: readonly string[]
  /** Through which table a row belongs to another, whose name is told with its own: a person and the structure. */
  readonly belongs?: { readonly by: string; readonly from: string; readonly to: string }
  /** Contacts shows a tab for it. */
  readonly inContacts?: boolean
  /** Pilotage leads to a list of its own. */
  readonly inPilotage?: boolean
  /** The fields its list may be narrowed by. */
  readonly facets?: readonly string[]
  /** Latest first, for records ordered by a date. */
  readonly latestFirst?: boolean
  /** Written by the app one gesture at a time; it has no list or form of its own. */
  readonly small?: boolean
  /** Its day is somebody's to tell: a name alone makes no row of it. */
  readonly isDatedByHand?: boolean
  /** Its rows are born with the file they name: there is no form for a new one. */
  readonly isFile?: boolean
  readonly fields: F
}

/** Fields every record has. Deleting is a field like another, so that an edit made elsewhere can revive the row. */
const commonTo = (table: string) => ({
  source: optional(choice({ label: 'Origine', options: sources, group: 'more', quiet: true })),
  deletedAt: optional(instant({ label: 'Supprimé le', group: 'more', quiet: true })),
  /** The row this one was found to be a twin of; followed on read, so that what points to either is found from both. */
  mergedInto: optional(link({ label: 'Réunie avec', to: table, group: 'more', quiet: true })),
})

export const defineRecord = <const F extends Fields>(
  type: RecordType<F> & {
    readonly summary: readonly (keyof F & string)[]
    readonly facets?: readonly (keyof F & string)[]
  },
): RecordType<F & ReturnType<typeof commonTo>> => ({ ...type, fields: { ...type.fields, ...commonTo(type.table) } })

type Values<F extends Fields> = {
  -readonly [N in keyof F as F[N] extends { optional: true } ? never : N]: F[N] extends Field<infer V> ? V : never
} & {
  -readonly [N in keyof F as F[N] extends { optional: true } ? N : never]?: F[N] extends Field<infer V> ? V : never
}
/** The values a row of this type holds, as a type: optional fields may be absent. */
export type ValuesFor<R extends RecordType> = Values<R['fields']>

/** What the app keeps of each row beside its fields. */
export type RowMark = {
  /** UUIDv7, minted on the phone. */
  id: string
  createdAt: string
  createdBy: string
  updatedAt: string
  updatedBy: string
  /** The server's number of the row as last seen here; 0 before it was ever sent. */
  seq: number
  /** Grows with every write to this database, whoever wrote: "what is new here since". */
  rev: number
  /** The place in the list; absent when deleted or merged into another, so that lists need not look. */
  sort?: string
  /** When a colleague's row came to this device after it was first filled, ISO 8601; absent for one's own. */
  arrived?: string
  /** By field, the value that was given without having seen the present one, until somebody who saw both settles it. */
  versions?: Readonly<Record<string, OtherVersion>>
}
/** `at`: ISO 8601, by the server's clock. `kept`: who gave the field the value it has, and when. */
export type OtherVersion = {
  readonly value: string | number | boolean | null
  readonly by: string
  readonly at: string
  readonly kept: { readonly by: string; readonly at: string }
}
export type RowOf<R extends RecordType> = RowMark & ValuesFor<R>
/** A row whose type is known only at run time. */
export type AnyRow = RowMark & { deletedAt?: string } & Record<string, unknown>

/** The place of a row in its list, from the field that sorts; undefined for a row that is deleted or merged into another. */
export const sortKeyOf = (type: RecordType, row: Record<string, unknown>): string | undefined => {
  if (row.deletedAt || row.mergedInto) return undefined
  const name = Object.keys(type.fields).find((name) => type.fields[name]?.sorts)
  const value = name === undefined ? undefined : row[name]
  if (typeof value !== 'string') return '~'
  return type.fields[name as string]?.kind === 'text' ? fold(value).slice(0, 200) : value
}
