import { fold } from './fold.ts'
import { foldedDigits } from './folded-digits.ts'
import { isNearTitle, nameCores, sharesWord } from './name-core.ts'
import type { Event } from './records/event.ts'
import type { Organisation } from './records/organisation.ts'
import type { Person } from './records/person.ts'

type Values<R> = { readonly [N in keyof R]?: R[N] | undefined }
type Structure = Values<Organisation>
/** A person with the ids of the structures they are or were in. */
export type PersonWithStructures = Values<Person> & { readonly structures: readonly string[] }

const bare = (value: string | undefined) => value?.replace(/\s/g, '').toLowerCase() || undefined
const both = <T>(a: T | undefined, b: T | undefined) => a !== undefined && b !== undefined
const same = <T>(a: T | undefined, b: T | undefined) => both(a, b) && a === b
const differ = <T>(a: T | undefined, b: T | undefined) => both(a, b) && a !== b

const sirenOf = ({ siren, siret }: Structure) => bare(siren) ?? bare(siret)?.slice(0, 9)
const townOf = ({ town }: Structure) => {
  const [name = ''] = fold(town ?? '').split(/\b(?:cedex|\d)/)
  return name.replace(/\bsaint(e?)\b/g, 'st$1').trim() || undefined
}
const numberOf = (value: string | undefined) => (value && foldedDigits(value)) || undefined
const nameMeets = (a: string | undefined, b: string | undefined) => {
  if (!a || !b) return false
  const cores = nameCores(b)
  return nameCores(a).some((core) => cores.includes(core))
}
const namesOf = ({ name, usualName }: Structure) => [name, usualName].filter(Boolean)

/**
 * Whether two structures are probably one. Several sites of one SIREN stay several: another SIRET, another UAI or another
 * town is another site, whatever else is the same.
 */
export const areTwinStructures = (a: Structure, b: Structure): boolean => {
  if (same(bare(a.siret), bare(b.siret)) || same(bare(a.uai), bare(b.uai))) return true
  if (differ(bare(a.siret), bare(b.siret)) || differ(bare(a.uai), bare(b.uai))) return false
  if (differ(sirenOf(a), sirenOf(b)) || differ(townOf(a), townOf(b))) return false
  if (same(sirenOf(a), sirenOf(b)) && same(townOf(a), townOf(b))) return true
  if (same(numberOf(a.phone), numberOf(b.phone)) || same(bare(a.email), bare(b.email))) return true
  return namesOf(a).some((name) => namesOf(b).some((other) => nameMeets(name, other)))
}

/** Boxes that several people read. */
const shared = /^(contact|accueil|info|infos|information|secretariat|direction|rh|recrutement|administration|bonjour)@/

/** Whether two people are probably one: a number or an address of their own, or one name in one structure. */
export const areTwinPeople = (a: PersonWithStructures, b: PersonWithStructures): boolean => {
  const isNear = sharesWord(a.name ?? '', b.name ?? '')
  if (same(numberOf(a.mobile), numberOf(b.mobile))) return true
  // A switchboard and a box of the house are several people's: the name must agree.
  if (same(numberOf(a.landline), numberOf(b.landline)) && isNear) return true
  const email = bare(a.email)
  if (email && same(email, bare(b.email)) && (isNear || !shared.test(email))) return true
  return nameMeets(a.name, b.name) && a.structures.some((id) => b.structures.includes(id))
}

const endOf = ({ startsOn, endsOn }: Values<Event>) =>
  (endsOn && startsOn && endsOn > startsOn ? endsOn : startsOn) ?? ''

/** Whether two events are probably one: days they share, near titles, and no two places. */
export const areTwinEvents = (a: Values<Event>, b: Values<Event>): boolean => {
  if (!a.startsOn || !b.startsOn || a.startsOn > endOf(b) || b.startsOn > endOf(a)) return false
  if (a.place && b.place && !sharesWord(a.place, b.place)) return false
  return isNearTitle(a.name ?? '', b.name ?? '')
}

/** Under what a row is looked for among its like: two twins share one of these. */
export const structureKeys = (row: Structure): string[] =>
  [
    ...namesOf(row).flatMap((name) => nameCores(name ?? '').map((core) => `n ${core}`)),
    bare(row.siret) && `s ${bare(row.siret)}`,
    sirenOf(row) && `s ${sirenOf(row)}`,
    bare(row.uai) && `u ${bare(row.uai)}`,
    numberOf(row.phone) && `p ${numberOf(row.phone)}`,
    bare(row.email) && `e ${bare(row.email)}`,
  ].filter((key): key is string => Boolean(key))

export const personKeys = (row: Values<Person>): string[] =>
  [
    ...nameCores(row.name ?? '').map((core) => `n ${core}`),
    numberOf(row.mobile) && `m ${numberOf(row.mobile)}`,
    numberOf(row.landline) && `l ${numberOf(row.landline)}`,
    bare(row.email) && `e ${bare(row.email)}`,
  ].filter((key): key is string => Boolean(key))
