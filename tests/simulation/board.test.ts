import { expect, test } from 'vitest'
import { missedFaults, missedLooks, together } from './board.ts'
import type { Report } from './run-schedules.ts'

const of = (schedules: number, faults: Report['faults'], looks: Report['looks'] = {}): Report => ({
  ...{ schedules, faults, looks, digest: 0 },
})

test('a kind of fault that fewer than one schedule in a hundred met is told, over all processes together', () => {
  const run = together([of(500, { often: 300, enough: 4, seldom: 9 }), of(500, { often: 200, enough: 6, never: 0 })])
  expect(missedFaults(run)).toEqual(['seldom', 'never'])
})

test('so is an invariant nobody looked at', () => {
  expect(missedLooks(of(500, {}, { I1: 1, I2: 0 }))).toEqual(['I2'])
})

test('a few schedules need not meet everything', () => {
  const few = of(499, { never: 0 }, { I1: 0 })
  expect([missedFaults(few), missedLooks(few)]).toEqual([[], []])
})
