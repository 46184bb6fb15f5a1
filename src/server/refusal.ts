import * as z from 'zod/mini'
import type { Catalog } from '../domain/catalog.ts'
import { type Field, type FieldKind, mergeOf } from '../domain/field.ts'
import { schemaOfField } from '../domain/schema.ts'
import type { FieldChanges } from '../protocol/change.ts'
import { MOST_UPDATE } from '../protocol/cut-update.ts'
import { rowMarks } from '../protocol/row-digest.ts'
import { type RefusalCode, type SentChange, sentChange } from '../protocol/sync-message.ts'

const MOST = { fields: 200, text: 1_000_000, line: 200_000, members: 500 }

/** What the app keeps of a row beside its fields, and what every object has: none may be set from afar. */
const TAKEN = new Set([...rowMarks, 'constructor', 'prototype'])
export const isFieldName = (name: string) =>
  /^[a-z][A-Za-z0-9]{0,63}$/.test(name) && !TAKEN.has(name) && !(name in Object.prototype)

const member = z.string().check(z.maxLength(1_000))
const many = z.array(member).check(z.maxLength(MOST.members))
const collection = z.strictObject({ add: z.optional(many), drop: z.optional(many) })
const written = z.strictObject({ text: z.string().check(z.maxLength(Math.ceil(MOST_UPDATE / 3) * 4)) })
const others = [z.number(), z.boolean(), z.null(), written, collection] as const
/** Nothing beside what is known of a change: what a parser leaves out would be dropped in silence. */
const anyField = z.union([z.string(), ...others])
/** Of a field that a newer build knows. */
const unknownField = z.union([z.string().check(z.maxLength(MOST.line)), ...others])

const schemas = new WeakMap<Field, z.ZodMiniType>()
const schemaOf = (field: Field) => {
  const merge = mergeOf(field.kind)
  const known =
    schemas.get(field) ??
    (merge === 'value' ? z.nullable(schemaOfField(field)) : merge === 'prose' ? written : collection)
  schemas.set(field, known)
  return known
}

/**
 * A change is looked at for itself: one that is not ours is refused, and those behind it go on. Its fields are looked at
 * once, each as what it is.
 */
const shape = z.extend(sentChange, {
  table: z.string().check(z.maxLength(100)),
  row: z.string().check(z.regex(/^[A-Za-z0-9-]{1,64}$/)),
  base: z.int().check(z.nonnegative()),
  fields: z.custom<FieldChanges>((fields) => z.core.util.isPlainObject(fields)),
})

/** Kinds that are any text, at least so long: most of what is sent, and no schema need be asked. */
export const anyLine: ReadonlySet<FieldKind> = new Set([
  'text',
  'longText',
  'phone',
  'email',
  'website',
  'identifier',
  'choice',
  'link',
  'member',
] as const)
export const LINE = 1_000
const isRightFor = (field: Field | undefined, value: unknown): boolean => {
  if (field && typeof value === 'string' && value.length <= LINE && anyLine.has(field.kind)) return true
  return (field ? schemaOf(field) : unknownField).safeParse(value).success
}

type Checked = { change: SentChange; text: string } | { refused: RefusalCode }
/** The change with its shape known and its fields as JSON, or why the server will never take it. */
export const checked = (catalog: Catalog, sent: unknown): Checked => {
  const names = Object.keys((sent as { fields?: object } | null)?.fields ?? {})
  if (names.length > MOST.fields) return { refused: 'too-large' }
  // Before it is parsed: a parser may drop such a name in silence.
  if (!names.every(isFieldName)) return { refused: 'invalid' }
  const parsed = shape.safeParse(sent)
  if (!parsed.success) return { refused: 'invalid' }
  const change = parsed.data
  const text = JSON.stringify(change.fields)
  const type = Object.hasOwn(catalog, change.table) ? catalog[change.table] : undefined
  const isTooLarge = text.length > MOST.text
  if (isTooLarge || !type) {
    const isAny = names.every((name) => anyField.safeParse(change.fields[name]).success)
    return { refused: !isAny ? 'invalid' : isTooLarge ? 'too-large' : 'unknown-table' }
  }
  const isRight = names.every((name) =>
    isRightFor(Object.hasOwn(type.fields, name) ? type.fields[name] : undefined, change.fields[name]),
  )
  return isRight ? { change, text } : { refused: 'invalid' }
}
