import type { Field, FieldKind, StoredValues } from '../../domain/field.ts'
import { email } from '../../domain/identifiers/email.ts'
import { phone } from '../../domain/identifiers/phone.ts'
import { ruleOf } from '../../domain/identifiers/rules.ts'
import type { Language } from '../../i18n/language.ts'
import type { Typed } from './face.ts'
import { readDay, readInstant, writeInstant } from './read-moment.ts'
import { readEuros, readNumber } from './read-number.ts'
import { allOf, oneOf } from './typed.ts'

export type Reading<V> = {
  read(typed: Typed, field: Field): V | undefined
  write(stored: V, language: Language): Typed
}

/** What the schema lets in, in signs and in members. */
const most = { line: 1_000, text: 10_000, body: 200_000, many: 500 }
const within = (text: string, limit: number) => (text !== '' && text.length <= limit ? text : undefined)

const written = (
  limit: number,
  normalise: (text: string, field: Field) => string = (text) => text,
): Reading<string> => ({
  read: (typed, field) => within(normalise(oneOf(typed).trim(), field), limit),
  write: String,
})
/** As it is read aloud, where that comes back as the same number. */
const writePhone = (stored: string): string => {
  const shown = phone.show(stored)
  return phone.normalise(shown) === stored ? shown : stored
}
const members: Reading<string[]> = {
  read(typed) {
    const all = allOf(typed)
    const fits = all.length > 0 && all.length <= most.many && all.every((one) => one.length <= most.line)
    return fits ? all : undefined
  },
  write: (stored) => [...stored],
}
const locale = (language: Language) => (language === 'fr' ? 'fr-FR' : 'en-GB')
const isHttp = /^https?:\/\//i

/** From what is typed to what is stored and back, for every kind of field. */
export const readings: { readonly [K in FieldKind]: Reading<StoredValues[K]> } = {
  text: written(most.text),
  longText: written(most.body),
  prose: written(most.body),
  phone: { ...written(most.line, (text) => phone.normalise(text)), write: writePhone },
  email: written(most.line, (text) => email.normalise(text)),
  website: written(most.line, (text) => text.replace(isHttp, '').replace(/\/$/, '')),
  identifier: written(most.line, (text, field) => ruleOf(field)?.normalise(text) ?? text),
  number: {
    read: (typed) => readNumber(oneOf(typed)),
    write: (stored, language) =>
      stored.toLocaleString(locale(language), { useGrouping: false, maximumFractionDigits: 12 }),
  },
  money: {
    read: (typed) => readEuros(oneOf(typed)),
    write: (stored, language) =>
      stored.toLocaleString(locale(language), {
        useGrouping: false,
        minimumFractionDigits: Number.isInteger(stored) ? 0 : 2,
        maximumFractionDigits: 2,
      }),
  },
  date: { read: (typed) => readDay(oneOf(typed)), write: String },
  instant: { read: (typed) => readInstant(oneOf(typed)), write: writeInstant },
  yesNo: {
    read: (typed) => (typed === 'yes' ? true : typed === 'no' ? false : undefined),
    write: (stored) => (stored ? 'yes' : 'no'),
  },
  choice: written(most.line),
  choices: members,
  tags: members,
  link: written(most.line),
  links: members,
  member: written(most.line),
}
