import { calendarAround } from './calendar.ts'
import { type Fairs, pastFairDays } from './events.ts'
import type { Filling } from './filling.ts'

const pastPublics = [
  'middleSchool',
  'middleSchool',
  'vocational',
  'general',
  'families',
  'teachers',
  'adultLearners',
  'professionals',
] as const

/** A whole day of the past fair, and the first visitors of today's. */
export const addVisitorCounts = ({ random, add, now }: Filling, fairs: Fairs) => {
  const { hour, minutesAgo } = calendarAround(now)
  for (let at = 0; at < 32; at++) {
    const visitors = random.oneOf(pastPublics)
    const isGroup = visitors === 'middleSchool' && random.happens(0.4)
    add('visitorCounts', {
      event: fairs.past,
      public: visitors,
      number: isGroup ? random.between(12, 28) : random.between(1, 3),
      at: hour(pastFairDays, 9 + (at >> 2), (at % 4) * 14),
      source: 'example',
    })
  }
  for (const [public_, number, minutes] of [
    ['middleSchool', 24, 75],
    ['families', 2, 60],
    ['vocational', 1, 44],
    ['families', 3, 31],
    ['teachers', 1, 18],
    ['professionals', 1, 6],
  ] as const)
    add('visitorCounts', { event: fairs.today, public: public_, number, at: minutesAgo(minutes), source: 'example' })
}
