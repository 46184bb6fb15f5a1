import { schoolYearOf } from './indicators/months.ts'
import type { Ask } from './records/ask.ts'
import type { Formation } from './records/formation.ts'
import type { Intervention } from './records/intervention.ts'
import type { Need } from './records/need.ts'
import type { Organisation } from './records/organisation.ts'
import type { Placement } from './records/placement.ts'

/** How far back what a structure did for a formation speaks for asking it, in years. */
const yearsBack = 3
/** What a kind of need is answered by, of the interventions. */
const answering = { jury: ['jury'], speakers: ['lesson', 'presentation', 'mentoring'], places: [] } as const

/** Where a structure lies, seen from the school: the less the nearer. `km` where both places are known. */
export type Nearness = {
  readonly rank: number
  readonly km?: number
  readonly same?: 'town' | 'basin' | 'department'
}

/** A structure worth asking: how much it did for this formation, and how near it is. */
export type Candidate = {
  readonly organisation: Organisation
  /** Pupils received, or times it came, in the last three years; 0 for one that only fits by its sector. */
  readonly done: number
  readonly near: Nearness
}

export type CandidateRows = {
  readonly formation?: Formation | undefined
  readonly school?: Organisation | undefined
  readonly organisations: readonly Organisation[]
  readonly placements: readonly Placement[]
  readonly interventions: readonly Intervention[]
  /** Every ask there is, for whichever need. */
  readonly asks: readonly Ask[]
  /** The needs they were asked for, deleted ones too: of which formation, and of which kind. */
  readonly needs: readonly Need[]
}

const earth = 6_371
const radians = (degrees: number) => (degrees * Math.PI) / 180
/** The great circle between two places, in km. */
const kilometres = (a: Organisation, b: Organisation): number | undefined => {
  const [from, to, east, west] = [a.latitude, b.latitude, a.longitude, b.longitude]
  if (from === undefined || to === undefined || east === undefined || west === undefined) return undefined
  const [up, along] = [radians(to - from) / 2, radians(west - east) / 2]
  const half = Math.sin(up) ** 2 + Math.cos(radians(from)) * Math.cos(radians(to)) * Math.sin(along) ** 2
  return 2 * earth * Math.asin(Math.sqrt(half))
}
const departmentOf = ({ department, postcode }: Organisation) => department ?? postcode?.slice(0, 2)
const isSame = (a: string | undefined, b: string | undefined) => a !== undefined && a !== '' && a === b

/** As near as what is noted tells: kilometres, or the town, the basin, the department they share. */
export const nearnessOf = (school: Organisation | undefined, one: Organisation): Nearness => {
  if (!school) return { rank: 0 }
  const km = kilometres(school, one)
  if (km !== undefined) return { rank: km, km }
  // Ranked among those whose distance is known by what such places usually are apart.
  if (isSame(school.town, one.town)) return { rank: 3, same: 'town' }
  if (isSame(school.basin, one.basin)) return { rank: 15, same: 'basin' }
  if (isSame(departmentOf(school), departmentOf(one))) return { rank: 40, same: 'department' }
  return { rank: 1_000 }
}

/** Whether anybody may still call there. */
export const mayBeAsked = ({ doNotContact, relation, deletedAt }: Organisation) =>
  !doNotContact && relation !== 'doNotContact' && relation !== 'lost' && !deletedAt

/** Whether such a structure has work to show: a school or a federation of the sector is asked for other things. */
const employs = (kind: Organisation['kind']) =>
  kind === undefined || kind === 'company' || kind === 'craft' || kind === 'laboratory' || kind === 'platform'

/** The first day that counts, three years before this one. */
const firstDay = (day: string) => `${Number(day.slice(0, 4)) - yearsBack}${day.slice(4)}`

/** By structure, how much it did for this formation since that day. */
const doneSince = (need: Need, rows: CandidateRows, since: string) => {
  const done = new Map<string, number>()
  const add = (organisation: string | undefined, number: number, day: string) => {
    if (organisation && day >= since) done.set(organisation, (done.get(organisation) ?? 0) + number)
  }
  const isOfIt = (formation: string | undefined) => need.formation !== undefined && formation === need.formation
  const kinds: readonly string[] = answering[need.kind] ?? []
  if (need.kind === 'places')
    for (const one of rows.placements) if (isOfIt(one.formation)) add(one.organisation, one.number, one.startsOn)
  for (const one of rows.interventions)
    if (kinds.includes(one.kind) && isOfIt(one.formation)) add(one.organisation, 1, one.heldOn)
  return done
}

/** The structures that were asked this school year for such a need of this formation, whatever they said. */
const askedThisYear = (need: Need, { asks, needs }: CandidateRows, today: string): ReadonlySet<string> => {
  const alike = new Set(
    needs.filter(({ kind, formation }) => kind === need.kind && formation === need.formation).map(({ id }) => id),
  )
  const year = schoolYearOf(today)
  return new Set(
    asks
      .filter((ask) => ask.need !== undefined && (ask.need === need.id || alike.has(ask.need)))
      .filter((ask) => ask.need === need.id || schoolYearOf(ask.askedAt) === year)
      .map(({ organisation }) => organisation),
  )
}

/**
 * Whom to ask for a need: who did it for this formation in the last three years or fits it by a sector, was not asked
 * this school year and may be contacted; the nearest to the school first, and at one distance who did most.
 * `today`: `YYYY-MM-DD`.
 */
export const candidatesFor = (need: Need, rows: CandidateRows, today: string): Candidate[] => {
  const done = doneSince(need, rows, firstDay(today))
  const asked = askedThisYear(need, rows, today)
  const sectors: readonly string[] = rows.formation?.sectors ?? []
  const fits = ({ id, sectors: own = [], kind }: Organisation) =>
    done.has(id) || (employs(kind) && own.some((sector) => sectors.includes(sector)))
  return rows.organisations
    .filter((one) => one.id !== rows.school?.id && mayBeAsked(one) && !asked.has(one.id) && fits(one))
    .map((organisation) => ({
      organisation,
      done: done.get(organisation.id) ?? 0,
      near: nearnessOf(rows.school, organisation),
    }))
    .sort(
      (a, b) => a.near.rank - b.near.rank || b.done - a.done || (a.organisation.name < b.organisation.name ? -1 : 1),
    )
}

/** What holds of each structure asked for a need: two who called it without network noted it twice. The latest stands. */
export const latestAsks = (asks: readonly Ask[]): Ask[] => {
  const latest = new Map<string, Ask>()
  for (const ask of asks) {
    const known = latest.get(ask.organisation)
    if (!known || known.updatedAt < ask.updatedAt) latest.set(ask.organisation, ask)
  }
  return [...latest.values()]
}

/** How many were promised for a need, of the asks that stand. */
export const promisedFor = (asks: readonly Ask[]): number =>
  asks.filter(({ outcome }) => outcome === 'promised').reduce((sum, { places = 1 }) => sum + Math.max(0, places), 0)
