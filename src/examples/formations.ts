import { calendarAround } from './calendar.ts'
import type { Filling } from './filling.ts'
import type { Somebody } from './people.ts'
import { isBusiness, type Structure } from './structures.ts'

type Line = {
  readonly shortName: string
  readonly title: string
  readonly level: 'cap' | 'bac' | 'bts'
  readonly school: number
  readonly sectors: readonly ['mechatronics' | 'construction' | 'digital' | 'tourism' | 'food']
  readonly className: string
  readonly weeks: number
}
/** `school`: the place of the school in the list of structures. */
const lines: readonly Line[] = [
  {
    shortName: 'MELEC',
    title: 'Métiers de l’électricité et de ses environnements connectés',
    level: 'bac',
    school: 0,
    sectors: ['construction'],
    className: '1MELEC',
    weeks: 4,
  },
  {
    shortName: 'MSPC',
    title: 'Maintenance des systèmes de production connectés',
    level: 'bac',
    school: 0,
    sectors: ['mechatronics'],
    className: 'TMSPC',
    weeks: 5,
  },
  {
    shortName: 'CIEL',
    title: 'Cybersécurité, informatique et réseaux, électronique',
    level: 'bac',
    school: 1,
    sectors: ['digital'],
    className: '2CIEL',
    weeks: 3,
  },
  {
    shortName: 'CAP Cuisine',
    title: 'CAP Cuisine',
    level: 'cap',
    school: 2,
    sectors: ['tourism'],
    className: '1CUI',
    weeks: 4,
  },
  {
    shortName: 'BTS Bioqualité',
    title: 'BTS Qualité dans les industries alimentaires et les bio-industries',
    level: 'bts',
    school: 4,
    sectors: ['food'],
    className: 'BQ1',
    weeks: 6,
  },
]

/** What is taught, two periods in companies of each, and who received how many pupils. */
export const addFormations = (
  { random, add, now }: Filling,
  structures: readonly Structure[],
  people: readonly Somebody[],
) => {
  const { day } = calendarAround(now)
  const hosts = structures.filter(({ kind }) => isBusiness(kind))
  lines.forEach(({ school, className, weeks, sectors, ...named }, at) => {
    const schoolId = structures[school]?.id
    const formation = add('formations', {
      ...named,
      track: ['school'],
      ...(schoolId && { schools: [schoolId] }),
      classes: [className],
      sectors: [...sectors],
      source: 'example',
    })
    let next: string | undefined
    for (const [name, from] of [
      ['PFMP 1', -140 + at * 9],
      ['PFMP 2', -6 + at * 12],
    ] as const) {
      const dates = { startsOn: day(from), endsOn: day(from + weeks * 7 - 3) }
      const where = { formation, school: schoolId }
      const period = add('trainingPeriods', { name, classes: [className], ...dates, ...where, source: 'example' })
      if (from > 0) {
        next = period
        continue
      }
      for (let one = 0; one < random.between(3, 5); one++) {
        const host = random.oneOf(hosts)
        const isOver = from < -100
        add('placements', {
          ...{ organisation: host.id, kind: 'pfmp', className, period, ...dates, ...where },
          number: random.between(1, 3),
          tutor: people.find(({ structure }) => structure.id === host.id)?.id,
          signed: true,
          visitedOn: isOver ? day(from + 12) : undefined,
          again: isOver ? random.oneOf(['yes', 'yes', 'toSee'] as const) : undefined,
          source: 'example',
        })
      }
    }
    if (next && at < 3)
      add('needs', {
        kind: 'places',
        formation,
        className,
        period: next,
        number: 12 - at * 4,
        dueOn: day(-6 + at * 12),
        school: schoolId,
        source: 'example',
      })
  })
}
