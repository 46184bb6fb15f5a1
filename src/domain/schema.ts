import * as z from 'zod/mini'
import type { Field, FieldKind } from './field.ts'
import type { Fields, RecordType } from './record.ts'

z.config({ jitless: true }) // its eval probe would break the content policy

const max = { line: 1_000, body: 200_000, many: 500 }
const line = z.string().check(z.maxLength(max.line))
const body = z.string().check(z.maxLength(max.body))
const many = z.array(line).check(z.maxLength(max.many))

/** What may be stored, by kind of field. Doubtful identifiers pass: they are warned of, not refused. */
const byKind: Record<FieldKind, z.ZodMiniType> = {
  text: z.string().check(z.maxLength(10_000)),
  longText: body,
  prose: body,
  phone: line,
  email: line,
  website: line,
  identifier: line,
  number: z.number(),
  money: z.number(),
  date: z.iso.date(),
  instant: z.iso.datetime(),
  yesNo: z.boolean(),
  choice: line,
  choices: many,
  tags: many,
  link: line,
  links: many,
  member: line,
}

export const schemaOfField = (field: Field): z.ZodMiniType => byKind[field.kind]

/** The schema of a row's own fields; fields it does not know pass untouched, for they come from a newer version. */
export const schemaOf = (type: RecordType<Fields>) =>
  z.looseObject(
    Object.fromEntries(
      Object.entries(type.fields).map(([name, field]) => [
        name,
        field.optional ? z.optional(schemaOfField(field)) : schemaOfField(field),
      ]),
    ),
  )
