import { wholeCatalog as catalog } from '../../src/domain/whole-catalog.ts'
import type { AnyRecordWords } from '../../src/i18n/record-words.ts'

/** A text shown on screen and where it stands in the words. */
export type Word = readonly [where: string, text: string]

const samples: readonly unknown[] = [0, 1, 2, 'Mot', ['Mot', 'Mot']]
const together = (count: number): unknown[][] =>
  count === 0 ? [[]] : together(count - 1).flatMap((given) => samples.map((one) => [...given, one]))

/** What a phrase says, called with samples of every kind it can stand. */
const said = (phrase: (...given: unknown[]) => unknown): string[] => {
  const texts = together(Math.min(phrase.length, 4)).flatMap((given) => {
    try {
      return [phrase(...given)]
    } catch {
      return []
    }
  })
  return [...new Set(texts)].filter(
    (text) => typeof text === 'string' && !/undefined|NaN|\[object/.test(text),
  ) as string[]
}

/** Every text in a tree of words, phrases called. A phrase no sample suits is told as an empty text. */
export const wordsIn = (words: unknown, where: string): Word[] => {
  if (typeof words === 'string') return [[where, words]]
  if (typeof words === 'function') {
    const texts = said(words as () => unknown)
    return (texts.length > 0 ? texts : ['']).map((text) => [where, text])
  }
  return Object.entries(words as object).flatMap(([key, value]) => wordsIn(value, `${where}.${key}`))
}

/** The shape of a tree of words: its keys, and whether each is a text or a phrase. */
export const shapeOf = (words: unknown): unknown => {
  if (typeof words !== 'object' || words === null) return typeof words
  return Object.fromEntries(
    Object.entries(words)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [key, shapeOf(value)]),
  )
}

/** The words of the records in French, in the shape a translation has. */
export const frenchRecords: Record<string, AnyRecordWords> = Object.fromEntries(
  Object.values(catalog).map((type) => [
    type.table,
    {
      label: type.label,
      plural: type.plural,
      fields: Object.fromEntries(
        Object.entries(type.fields).map(([name, { label, hint, options }]) => [
          name,
          hint || options ? { label, ...(hint && { hint }), ...(options && { options }) } : label,
        ]),
      ),
    },
  ]),
)
