import { bareOf } from './bare.ts'
import { isExponent } from './exponent.ts'
import type { Identifier } from './identifier.ts'
import { passesLuhn } from './luhn.ts'
import { isSiren, siren } from './siren.ts'

const bare = bareOf('SIRE[TN]')

const digitSum = (digits: string) => [...digits].reduce((sum, digit) => sum + Number(digit), 0)

/** La Poste has more sites than keys: hers need only a digit sum that is a multiple of five (INSEE). */
const isOfLaPoste = (digits: string) => digits.startsWith('356000000') && digitSum(digits) % 5 === 0

const isSiret = (text: string) =>
  /^\d{14}$/.test(text) && ((passesLuhn(text) && isSiren(text.slice(0, 9))) || isOfLaPoste(text))

/** The number of one site of a company; a company number alone is kept, as doubtful. */
export const siret: Identifier = {
  normalise(typed) {
    const text = bare(typed)
    // A spreadsheet drops a leading zero; the key tells it from a digit forgotten elsewhere.
    if (/^\d{13}$/.test(text) && isSiret(`0${text}`)) return `0${text}`
    return /^(?:\d{9}|\d{14})$/.test(text) ? text : typed.trim()
  },
  doubt(stored) {
    const text = bare(stored)
    if (stored.trim() === '' || isSiret(text)) return undefined
    if (isExponent(stored)) return 'exponent'
    if (!/^\d+$/.test(text)) return 'characters'
    return text.length === 14 ? 'key' : 'length'
  },
  show: (stored) =>
    /^\d{14}$/.test(stored) ? `${siren.show(stored.slice(0, 9))}\u00a0${stored.slice(9)}` : siren.show(stored),
}
