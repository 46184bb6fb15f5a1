import { expect, test } from 'vitest'
import { docOf } from '../../src/protocol/text-doc.ts'
import { openWarmTexts } from '../../src/server/warm-texts.ts'

test('the document of a text is found by what was written down, by one who writes at a time', () => {
  const warm = openWarmTexts()
  const doc = docOf([])
  warm.keep('state', doc)
  expect(warm.take('another state')).toBeUndefined()
  expect(warm.take('state')).toBe(doc)
  expect(warm.take('state')).toBeUndefined()
})

test('as many are kept as there is room for, those written in last', () => {
  const warm = openWarmTexts()
  const states = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(1_000_000))
  for (const state of states) warm.keep(state, docOf([]))
  expect(states.map((state) => warm.take(state) !== undefined)).toEqual([false, true, true, true])
  const huge = 'e'.repeat(4_000_000)
  warm.keep(huge, docOf([]))
  expect(warm.take(huge)).toBeUndefined()
})
