import type { FieldKind } from '../domain/field.ts'
import { fold } from '../domain/fold.ts'
import { foldedDigits } from '../domain/folded-digits.ts'
import type { AnyRow, RecordType } from '../domain/record.ts'
import type { Summary } from './summaries.ts'

const read: Partial<Record<FieldKind, (value: unknown) => string>> = {
  text: String,
  longText: (value) => String(value).slice(0, 500),
  prose: (value) => String(value).slice(0, 20_000),
  email: String,
  website: String,
  identifier: String,
  tags: (value) => (value as string[]).join(' '),
  phone: (value) => foldedDigits(String(value)),
}

/** What a row is found by: its own words and numbers, and the titles of what it points or belongs to; folded. */
export const searchTextOf = (type: RecordType, row: AnyRow, summary: Summary): string => {
  const words: string[] = []
  for (const [name, field] of Object.entries(type.fields)) {
    const value = row[name]
    const text = value === undefined ? undefined : read[field.kind]?.(value)
    if (text) words.push(text)
  }
  for (const [at, name] of type.summary.entries())
    if (type.fields[name]?.to) words.push((summary.values[at] as string[]).join(' '))
  return fold([...words, ...(summary.of ?? [])].join(' '))
}

/** The terms a query asks for, all of which must be found; a number written in groups is one term. */
export const termsOf = (query: string): string[] => {
  const digits = foldedDigits(query)
  if (digits.length > 2 && /^[\d\s+.()/-]+$/.test(query)) return [digits]
  return fold(query).split(' ').filter(Boolean)
}
