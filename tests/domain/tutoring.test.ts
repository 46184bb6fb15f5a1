import { expect, test } from 'vitest'
import type { Placement } from '../../src/domain/records/placement.ts'
import { runningOf } from '../../src/domain/tutoring.ts'

const mark = { id: 'p', createdAt: '', createdBy: '', updatedAt: '', updatedBy: '', seq: 0, rev: 0 }
const placed = (startsOn: string, number: number, endsOn?: string): Placement => ({
  ...{ ...mark, organisation: 'o', startsOn, number },
  ...(endsOn && { endsOn }),
})

test('a tutor has an agreement for each pupil, from its first day to its last', () => {
  const placements = [placed('2026-11-09', 2, '2026-12-04'), placed('2027-01-11', 1, '2027-02-05')]
  expect(runningOf(placements, '2026-11-08')).toBe(0)
  expect(runningOf(placements, '2026-11-09')).toBe(2)
  expect(runningOf(placements, '2026-12-04')).toBe(2)
  expect(runningOf(placements, '2026-12-05')).toBe(0)
})

test('one whose end nobody noted lasts until its school year does, and a count below zero takes nothing away', () => {
  const placements = [placed('2026-09-01', 1), placed('2026-09-01', -5)]
  expect(runningOf(placements, '2027-08-31')).toBe(1)
  expect(runningOf(placements, '2027-09-01')).toBe(0)
})
