import { expect, test } from 'vitest'
import { english } from '../../src/i18n/en.ts'
import * as sections from '../../src/i18n/sections.ts'
import { frenchRecords, shapeOf, type Word, wordsIn } from './every-word.ts'
import { sameInBoth } from './same-in-both.ts'

const french: Record<string, unknown> = Object.fromEntries(
  Object.values(sections).map(({ name, words }) => [name, words]),
)
const withoutSamples = (text: string) => text.replace(/Mot|[\d,]/g, '').trim()
const { source, deletedAt, mergedInto } = frenchRecords.people?.fields ?? {}
const ownFields = Object.fromEntries(
  Object.entries(frenchRecords).map(([table, words]) => [
    table,
    {
      ...words,
      fields: Object.fromEntries(Object.entries(words.fields).filter(([name]) => !(name in english.common))),
    },
  ]),
)

test('every section is exported under its own name', () => {
  expect(Object.entries(sections).map(([key, { name }]) => [key, name])).toEqual(
    Object.keys(sections).map((key) => [key, key]),
  )
})

test('English has the same sections, words and phrases as French', () => {
  expect(shapeOf(english.sections)).toEqual(shapeOf(french))
})

test('English has a label, and a hint and choices where French has them, for every field of every record', () => {
  for (const [table, words] of Object.entries(ownFields))
    expect(shapeOf(english.records[table as keyof typeof english.records]), table).toMatchObject(
      shapeOf(words) as object,
    )
  expect(shapeOf(english.common)).toEqual(shapeOf({ source, deletedAt, mergedInto }))
})

test('no English word is the French one, but for those that are the same in both', () => {
  const inFrench = new Map<string, Set<string>>()
  const add = ([where, text]: Word) => inFrench.set(where, (inFrench.get(where) ?? new Set()).add(text))
  for (const word of [
    ...wordsIn(french, 'sections'),
    ...wordsIn(frenchRecords, 'records'),
    ...wordsIn({ source, deletedAt, mergedInto }, 'common'),
  ])
    add(word)
  const same = wordsIn(english, '').filter(([where, text]) => inFrench.get(where.slice(1))?.has(text))
  const untranslated = same.filter(([, text]) => !sameInBoth.has(withoutSamples(text)))
  expect(untranslated.map(([where, text]) => `${where} “${text}”`)).toEqual([])
})

test('a missing word, a text for a phrase and an untranslated word are seen', () => {
  expect(shapeOf({ a: 'x', b: 'y' })).not.toEqual(shapeOf({ a: 'x' }))
  expect(shapeOf({ a: () => 'x' })).not.toEqual(shapeOf({ a: 'x' }))
  expect(sameInBoth.has('Enregistrer')).toBe(false)
})
