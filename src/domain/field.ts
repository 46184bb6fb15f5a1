/**
 * How the changes two people make to one field come together: one value wins, what each added and dropped adds up, or
 * what each wrote stands in one text.
 */
export type Merge = 'value' | 'collection' | 'prose'

/** Where a field stands on forms and pages; their order here is the order there. */
export const groups = ['main', 'reach', 'place', 'identity', 'relation', 'privacy', 'more'] as const
export type Group = (typeof groups)[number]

/** The identifiers whose rule is known, in identifiers/rules.ts. */
export type IdentifierName = 'communeCode' | 'naf' | 'postcode' | 'rncp' | 'siren' | 'siret' | 'uai'

export type Options = Readonly<Record<string, string>>

/** Every kind of field, its stored value, and how it merges. A new kind starts here; the compiler then asks for its schema and its face. */
export type StoredValues = {
  text: string
  longText: string
  /** A text that several people write at once, as it reads; LF ends its lines. */
  prose: string
  phone: string
  email: string
  website: string
  identifier: string
  number: number
  money: number
  /** `YYYY-MM-DD` */
  date: string
  /** ISO 8601 in UTC, `2026-11-22T09:30:00.000Z` */
  instant: string
  yesNo: boolean
  choice: string
  choices: string[]
  tags: string[]
  /** The id of a row of another record. */
  link: string
  links: string[]
  /** The id of somebody of the team. */
  member: string
}
export type FieldKind = keyof StoredValues

export type Field<V = unknown> = {
  readonly kind: FieldKind
  readonly label: string
  readonly hint?: string
  readonly group: Group
  readonly optional: boolean
  /** The list is ordered by this field; its folded form is stored as the row's `sort`. */
  readonly sorts?: boolean
  /** Filled by the app; shown when it has a value, absent from empty forms. */
  readonly quiet?: boolean
  readonly options?: Options
  readonly rule?: IdentifierName
  /** The field that tells who filled this one. */
  readonly signedIn?: string
  /** The table a link points to. */
  readonly to?: string
  /** The date that this one should not come before. */
  readonly notBefore?: string
  /** A new record starts with the event one stands at. */
  readonly ofTheDay?: boolean
  /** The option a new record starts with where it starts with an event. */
  readonly atEvent?: string
  /** The field whose people fill this one with their structure, where they are in a single one now. */
  readonly through?: string
  /** Fields of the same form that are filled from the row that is chosen, each with the field of that row. */
  readonly brings?: Readonly<Record<string, string>>
  /** The options that leave something to do, each with the kind of task that is made of it. */
  readonly toDo?: Readonly<Record<string, string>>
  /** Only for the compiler: what the field stores. */
  readonly stores?: V
}

type Face = {
  label: string
  hint?: string
  group?: Group
  sorts?: boolean
  quiet?: boolean
  signedIn?: string
  notBefore?: string
}

const field =
  <K extends FieldKind>(kind: K) =>
  <F extends Face>(face: F): Field<StoredValues[K]> & F =>
    ({ group: 'main', optional: false, ...face, kind }) as Field<StoredValues[K]> & F

export const text = field('text')
export const longText = field('longText')
export const prose = field('prose')
export const phone = field('phone')
export const email = field('email')
export const website = field('website')
/** `options`: how one and several are told in a line, `{ one, other }`. */
export const number = <F extends Face & { options?: Options }>(face: F) => field('number')(face)
export const money = field('money')
export const date = field('date')
export const instant = field('instant')
export const yesNo = field('yesNo')
export const tags = field('tags')
export const member = field('member')

/** Normalised, checked, doubted, never refused. */
export const identifier = (face: Face & { rule: IdentifierName }): Field<string> => field('identifier')(face)

/** The id of one row of table `to`; the row may be absent (not arrived yet, or deleted). */
export const link = (
  face: Face & { to: string; ofTheDay?: boolean; through?: string; brings?: Readonly<Record<string, string>> },
): Field<string> & { readonly to: string } => field('link')(face)
export const links = (face: Face & { to: string }): Field<string[]> & { readonly to: string } => field('links')(face)

type Choosing<K extends string> = { atEvent?: K; toDo?: { readonly [Key in K]?: string } }
type Chosen<O extends Options> = { readonly options: O }
/** One of a closed list. A value of a newer version's list is kept and shown as it is. */
export const choice = <O extends Options>(face: Face & { options: O } & Choosing<keyof O & string>) =>
  field('choice')(face) as Field<keyof O & string> & Chosen<O>
export const choices = <O extends Options>(face: Face & { options: O }) =>
  field('choices')(face) as Field<(keyof O & string)[]> & Chosen<O>

export const optional = <F extends Field>(of: F): F & { readonly optional: true } => ({ ...of, optional: true })

const collections: ReadonlySet<FieldKind> = new Set(['choices', 'tags', 'links'])
export const mergeOf = (kind: FieldKind): Merge =>
  collections.has(kind) ? 'collection' : kind === 'prose' ? kind : 'value'
