import { expect, test } from 'vitest'
import { clockTime, dayAfter, shortDate } from '../../src/i18n/dates.ts'
import { longDate, monthName } from '../../src/i18n/long-dates.ts'

test('in French the first of a month is the 1er, the others are plain numbers; no line ends between a day and its month', () => {
  expect(longDate('fr', '2026-03-01')).toBe('dimanche 1er\u00a0mars')
  expect(shortDate('fr', '2026-03-01')).toBe('1er\u00a0mars 2026')
  expect(shortDate('fr', '2026-03-11')).toBe('11\u00a0mars 2026')
  expect(longDate('en', '2026-03-01')).toContain('1\u00a0March')
})

test('a month is named with its year', () => {
  expect(monthName('fr', '2026-11')).toBe('novembre 2026')
})

test('an hour is written the French way', () => {
  expect(clockTime('fr', new Date(2026, 10, 22, 14, 5))).toBe('14\u00a0h\u00a005')
  expect(clockTime('en', new Date(2026, 10, 22, 4, 5))).toBe('04:05')
})

test('days are counted over the end of a month, of a year, and over a change of the clock', () => {
  expect(dayAfter('2026-12-25', 15)).toBe('2027-01-09')
  expect(dayAfter('2026-10-24', 2)).toBe('2026-10-26')
})
