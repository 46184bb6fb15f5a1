import { expect, test } from 'vitest'
import { readCode } from '../../../src/ui/entry/read-code.ts'

test.each(['K7QF2-M9X3T', 'k7qf2m9x3t', ' k7qf2 m9x3t ', 'K7.QF2–M9X3T', 'k7qf2_m9x3t'])(
  '« %s » is one code',
  (typed) => {
    expect(readCode(typed)).toEqual({ shown: 'K7QF2-M9X3T', secret: 'K7QF2-M9X3T', missing: 0 })
  },
)

test('a code being typed stands in two fives, and is not asked with before it is whole', () => {
  expect(readCode('')).toEqual({ shown: '', missing: 10 })
  expect(readCode('k7qf2')).toEqual({ shown: 'K7QF2', missing: 5 })
  expect(readCode('k7qf2m')).toEqual({ shown: 'K7QF2-M', missing: 4 })
  expect(readCode('k7qf2m9x3t9').missing).toBe(-1)
  expect(readCode('k7qf2m9x3t9').secret).toBeUndefined()
})

test('a pasted link gives its token as it is', () => {
  const link = 'https://campus.example/entrer#aB-9_xyz'
  expect(readCode(` ${link}\n`)).toEqual({ shown: link, secret: 'aB-9_xyz', missing: 0 })
  expect(readCode('https://campus.example/entrer#').secret).toBeUndefined()
})
