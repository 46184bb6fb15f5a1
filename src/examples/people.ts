import { fold } from '../domain/fold.ts'
import type { Affiliation } from '../domain/records/affiliation.ts'
import { calendarAround } from './calendar.ts'
import { landline, mobile } from './fictional-numbers.ts'
import type { Filling } from './filling.ts'
import { familyNames, givenNames } from './names.ts'
import type { Structure } from './structures.ts'

export type Somebody = { id: string; name: string; structure: Structure }
type Place = readonly [position: string, role: Affiliation['role']]

const head: Place = ['Direction', 'head']
const places: { readonly [K in Structure['kind']]?: readonly Place[] } = {
  company: [
    head,
    ['Ressources humaines', 'hr'],
    ['Responsable d’atelier', 'technical'],
    ['Tutorat des stagiaires', 'tutor'],
  ],
  craft: [
    ['Gérance', 'head'],
    ['Maître d’apprentissage', 'apprenticeMaster'],
  ],
  vocationalHighSchool: [
    ['Direction', 'schoolHead'],
    ['DDFPT', 'ddfpt'],
    ['Bureau des entreprises', 'rbde'],
  ],
  academicService: [
    ['Inspection', 'inspector'],
    ['Mission école-entreprise', 'correspondent'],
  ],
  localAuthority: [
    ['Vice-présidence économie', 'elected'],
    ['Mission formation', 'correspondent'],
  ],
  region: [
    ['Commission formation', 'elected'],
    ['Service formation', 'correspondent'],
  ],
}
const school: readonly Place[] = [
  ['Direction', 'schoolHead'],
  ['Équipe enseignante', 'teacher'],
]
const others: readonly Place[] = [head, ['Mission formation', 'correspondent'], ['Relations écoles', 'sponsor']]

const placesAt = ({ kind, college }: Structure) => places[kind] ?? (college === 'training' ? school : others)

/** Two people in each structure, first and last names put together by chance. */
export const addPeople = (filling: Filling, structures: readonly Structure[]): Somebody[] => {
  const { random, add, now } = filling
  const { day } = calendarAround(now)
  const names = random.someOf(
    givenNames.flatMap((given) => familyNames.map((family) => ({ ...given, family }))),
    structures.length * 2,
  )
  const taken = new Set<string>()
  // Two people with one mobile would be told to be the same.
  const ownNumber = (number: string): string => {
    if (taken.has(number))
      return ownNumber(`${number.slice(0, -4)}${String((Number(number.slice(-4)) + 1) % 10_000).padStart(4, '0')}`)
    taken.add(number)
    return number
  }
  return names.map(({ given, civility, family }, at) => {
    const structure = structures[at >> 1] as Structure
    const all = placesAt(structure)
    const [position, role] = all[at % 2 === 0 ? 0 : random.between(1, all.length - 1)] ?? head
    const name = `${given} ${family}`
    const reach = random.between(0, 5)
    const id = add('people', {
      name,
      givenName: given,
      familyName: family,
      civility,
      position,
      mobile: reach > 0 ? ownNumber(mobile(random)) : undefined,
      landline: reach === 0 || reach === 5 ? landline(random) : undefined,
      email: reach > 1 ? `${fold(given)}.${fold(family)}@${structure.domain}`.replaceAll(' ', '-') : undefined,
      preferredChannel: random.happens(0.4) ? random.oneOf(['call', 'sms', 'email'] as const) : undefined,
      informedOn: random.happens(0.5) ? day(-random.between(1, 300)) : undefined,
      source: 'example',
    })
    add('affiliations', {
      person: id,
      organisation: structure.id,
      role,
      since: random.happens(0.5) ? day(-random.between(300, 2_500)) : undefined,
      main: true,
      source: 'example',
    })
    return { id, name, structure }
  })
}

/** Twelve also stand for another body, eight came from another structure that they left. */
export const addOtherAffiliations = (
  filling: Filling,
  people: readonly Somebody[],
  structures: readonly Structure[],
) => {
  const { random, add, now } = filling
  const { day } = calendarAround(now)
  const elsewhere = ({ structure }: Somebody) => random.oneOf(structures.filter((one) => one.id !== structure.id)).id
  const chosen = random.someOf(people, 20)
  for (const [at, one] of chosen.entries()) {
    const left = at >= 12
    add('affiliations', {
      person: one.id,
      organisation: elsewhere(one),
      role: left ? undefined : random.oneOf(['copilMember', 'sponsor', 'signatory'] as const),
      since: left ? day(-random.between(2_600, 3_500)) : undefined,
      until: left ? day(-random.between(30, 290)) : undefined,
      source: 'example',
    })
  }
}
