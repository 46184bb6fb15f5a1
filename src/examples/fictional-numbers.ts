import { siren } from '../domain/identifiers/siren.ts'
import { siret } from '../domain/identifiers/siret.ts'
import type { Random } from './random.ts'

const digits = (random: Random, count: number) =>
  Array.from({ length: count }, () => String(random.between(0, 9))).join('')

/** Numbers that Arcep keeps for works of fiction: they ring nowhere. */
export const landline = (random: Random) =>
  `+33${random.oneOf(['199 00', '261 91', '353 01', '465 71', '536 49']).replace(' ', '')}${digits(random, 4)}`
export const mobile = (random: Random) => `+3363998${digits(random, 4)}`

const keyed = (start: string, isGood: (number: string) => boolean) =>
  [...'0123456789'].map((key) => start + key).find(isGood) ?? start

/** A site number with good keys, of a block that no company has. */
export const fictionalSiret = (random: Random): string => {
  const company = keyed(`999${digits(random, 5)}`, (number) => !siren.doubt(number))
  return keyed(`${company}0001`, (number) => !siret.doubt(number))
}
