import { expect, test } from 'vitest'
import {
  eachMonth,
  instantsAround,
  isIn,
  monthOf,
  monthsOfSchoolYear,
  schoolYearOf,
} from '../../../src/domain/indicators/months.ts'

const local = (year: number, month: number, day: number, hour = 0, minute = 0) =>
  new Date(year, month, day, hour, minute).toISOString()

test('a school year starts on 1 September and ends on 31 August', () => {
  expect(schoolYearOf('2026-08-31')).toBe(2025)
  expect(schoolYearOf('2026-09-01')).toBe(2026)
  const year = monthsOfSchoolYear(2026)
  expect(isIn(year, local(2026, 8, 1, 0, 0))).toBe(true)
  expect(isIn(year, local(2027, 7, 31, 23, 59))).toBe(true)
  expect(isIn(year, local(2026, 7, 31, 23, 59))).toBe(false)
  expect(isIn(year, local(2027, 8, 1, 0, 0))).toBe(false)
})

test('a month is that of the day where the phone is', () => {
  expect(monthOf(local(2026, 10, 1, 0, 1))).toBe('2026-11')
  expect(monthOf(local(2026, 10, 30, 23, 59))).toBe('2026-11')
})

test('the instants around a month hold its first and last minute and nothing of its neighbours', () => {
  const [from, to] = instantsAround('2026-12') ?? ['', '']
  expect(from <= local(2026, 11, 1, 0, 0)).toBe(true)
  expect(local(2026, 11, 31, 23, 59) < to).toBe(true)
  expect(to).toBe(local(2027, 0, 1, 0, 0))
  expect(instantsAround('nonsense')).toBeUndefined()
})

test('months follow each other over the turn of the year', () => {
  expect(eachMonth('2026-11/2027-02')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02'])
  expect(eachMonth('2026-11')).toEqual(['2026-11'])
})
