import { type CandidateRows, mayBeAsked } from '../domain/candidates.ts'
import type { Affiliation } from '../domain/records/affiliation.ts'
import type { Ask } from '../domain/records/ask.ts'
import type { Formation } from '../domain/records/formation.ts'
import type { Intervention } from '../domain/records/intervention.ts'
import type { Need } from '../domain/records/need.ts'
import type { Organisation } from '../domain/records/organisation.ts'
import type { Person } from '../domain/records/person.ts'
import type { Placement } from '../domain/records/placement.ts'
import { isRunning } from '../domain/running-tie.ts'
import { linkedTo, linkedToAny, listed, rowOf, rowsOf } from './read.ts'
import type { Space } from './space.ts'

/** What candidates for a need are found among, but for whom was asked, which changes with every call. */
export type Known = Omit<CandidateRows, 'asks' | 'needs'>

export const knownFor = async (space: Space, need: Need): Promise<Known> => {
  const of = need.formation ?? ''
  const [formation, organisations, placements, interventions] = await Promise.all([
    need.formation ? rowOf<Formation>(space, 'formations', of) : undefined,
    listed<Organisation>(space, 'organisations'),
    linkedTo<Placement>(space, 'placements', 'formation', of),
    linkedTo<Intervention>(space, 'interventions', 'formation', of),
  ])
  const schoolId = need.school ?? formation?.schools?.[0]
  const school = organisations.find(({ id }) => id === schoolId)
  return { formation, school, organisations, placements, interventions }
}

export const askedSoFar = async (space: Space): Promise<Pick<CandidateRows, 'asks' | 'needs'>> => {
  const asks = await listed<Ask>(space, 'asks')
  const ids = asks.flatMap(({ need }) => need ?? [])
  // Those that were deleted too: who was asked for one of them was asked.
  return { asks, needs: await rowsOf<Need>(space, 'needs', [...new Set(ids)]) }
}

/** Whom one rings: somebody by name, or the structure itself. */
export type Ring = { readonly phone: string; readonly person?: Person }
/** By structure: who is there now, a tutor first, else its own number; nothing where nobody may call. */
export type Numbers = ReadonlyMap<string, Ring>

const roles: readonly (string | undefined)[] = ['tutor', 'apprenticeMaster', 'hr', 'head']
const placeOf = ({ role }: Affiliation) => (roles.includes(role) ? roles.indexOf(role) : roles.length)

export const numbersOf = async (space: Space, ids: readonly string[], today: string): Promise<Numbers> => {
  const [organisations, ties] = await Promise.all([
    rowsOf<Organisation>(space, 'organisations', ids),
    linkedToAny<Affiliation>(space, 'affiliations', 'organisation', ids),
  ])
  const running = ties.filter((tie) => isRunning(tie, today)).sort((a, b) => placeOf(a) - placeOf(b))
  const people = await rowsOf<Person>(
    space,
    'people',
    running.map(({ person }) => person),
  )
  const byId = new Map(people.filter((one) => !one.deletedAt && !one.objectedOn).map((one) => [one.id, one]))
  const found = new Map<string, Ring>()
  for (const { organisation, person } of running) {
    const somebody = byId.get(person)
    const phone = somebody?.mobile ?? somebody?.landline
    if (phone && somebody && !found.has(organisation)) found.set(organisation, { phone, person: somebody })
  }
  for (const one of organisations) {
    if (!mayBeAsked(one)) found.delete(one.id)
    else if (one.phone && !found.has(one.id)) found.set(one.id, { phone: one.phone })
  }
  return found
}
