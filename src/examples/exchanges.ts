import { calendarAround } from './calendar.ts'
import { type Fairs, pastFairDays } from './events.ts'
import type { Filling } from './filling.ts'
import type { Somebody } from './people.ts'
import { closings, facts, type Interest, type Kind, type Outcome, openings, subjects } from './sentences.ts'
import { isBusiness } from './structures.ts'

export type Talk = { id: string; somebody: Somebody; outcome: Outcome }

const business: Interest[] = [
  'placement',
  'placement',
  'apprenticeship',
  'jury',
  'talk',
  'siteVisit',
  'teacherImmersion',
  'jobOffer',
  'taxe',
  'equipment',
  'agreement',
  'sponsorship',
]
const institution: Interest[] = ['agreement', 'copil', 'project', 'mobility', 'research', 'talk', 'jury']
const kinds: Kind[] = ['call', 'call', 'call', 'email', 'email', 'meeting', 'video', 'message']
const outcomes: Outcome[] = [
  'none',
  'none',
  'none',
  'callBack',
  'callBack',
  'sendDocument',
  'visit',
  'agreement',
  'offer',
]

const pieces = { today: 5, past: 15, year: 100 }

/** A year of talks: five at today's fair, most by day, latest first, then fifteen at the past fair. */
export const addExchanges = (filling: Filling, people: readonly Somebody[], fairs: Fairs): Talk[] => {
  const { random, add, now, me } = filling
  const { workingHour, hour, minutesAgo } = calendarAround(now)

  const talk = (somebody: Somebody, kind: Kind, at: string, fair?: { event: string; stand: string }): Talk => {
    const interests = [
      ...new Set(random.someOf(isBusiness(somebody.structure.kind) ? business : institution, random.between(1, 3))),
    ]
    const outcome = kind === 'message' ? 'callBack' : random.oneOf(outcomes)
    const told = kind === 'message' ? [] : interests.map((interest) => random.oneOf(facts[interest]))
    const id = add('exchanges', {
      kind,
      at,
      people: [somebody.id],
      organisation: somebody.structure.id,
      ...fair,
      subject: subjects[kind],
      interests: kind === 'message' ? undefined : interests,
      report: [random.oneOf(openings[kind]), ...told, closings[outcome]].filter(Boolean).join(' '),
      outcome,
      direction: kind === 'call' || kind === 'email' ? random.oneOf(['incoming', 'outgoing'] as const) : undefined,
      minutes: kind === 'call' || kind === 'video' ? random.between(1, 9) * 5 : undefined,
      author: me,
      source: 'example',
    })
    return { id, somebody, outcome }
  }
  const kindWith = ({ structure }: Somebody): Kind =>
    isBusiness(structure.kind)
      ? random.oneOf([...kinds, 'companyVisit', 'placementVisit', 'reception'] as const)
      : random.oneOf([...kinds, 'other'] as const)
  const met = random.someOf(people, pieces.today + pieces.past)
  return [
    ...met
      .slice(0, pieces.today)
      .map((one, at) => talk(one, 'fair', minutesAgo(12 + at * 17), { event: fairs.today, stand: 'B12' })),
    ...Array.from({ length: pieces.year }, (_, at) => {
      const one = random.oneOf(people)
      const days = -1 - Math.round((at * 357) / pieces.year) - random.between(0, 3)
      return talk(one, kindWith(one), workingHour(days, random.between(8, 17), random.between(0, 11) * 5))
    }),
    ...met
      .slice(pieces.today)
      .map((one, at) =>
        talk(one, 'fair', hour(pastFairDays, 9 + (at >> 1), 7 + (at % 2) * 25), { event: fairs.past, stand: 'A3' }),
      ),
  ]
}
