import { bareOf } from './bare.ts'
import { isExponent } from './exponent.ts'
import type { Identifier } from './identifier.ts'
import { passesLuhn } from './luhn.ts'

const bare = bareOf('SIREN')

/** Nine digits, not all of them zero, under Luhn's key. */
export const isSiren = (text: string) => /^(?!0{9})\d{9}$/.test(text) && passesLuhn(text)

/** The number of a company in the national register (INSEE, SIRENE). */
export const siren: Identifier = {
  normalise(typed) {
    const text = bare(typed)
    // A spreadsheet drops a leading zero; the key tells it from a digit forgotten elsewhere.
    if (/^\d{8}$/.test(text) && isSiren(`0${text}`)) return `0${text}`
    return /^\d{9}$/.test(text) ? text : typed.trim()
  },
  doubt(stored) {
    const text = bare(stored)
    if (stored.trim() === '' || isSiren(text)) return undefined
    if (isExponent(stored)) return 'exponent'
    if (!/^\d+$/.test(text)) return 'characters'
    return text.length === 9 ? 'key' : 'length'
  },
  show: (stored) => stored.replace(/^(\d{3})(\d{3})(\d{3})$/, '$1\u00a0$2\u00a0$3'),
}
