import { bareOf } from './bare.ts'
import type { Identifier } from './identifier.ts'

const bare = bareOf('FR?|CODEPOSTAL|CP')
const WITH_CEDEX = /^(\d{5})CEDEX(\d{0,2})$/

/** The first two digits are a department's: 01 to 95 (20 for Corsica), or 97 and 98 overseas. */
const isServed = (digits: string) => /^(?:0[1-9]|[1-8]\d|9[0-578])/.test(digits)

/** A French postcode, kept as text; CEDEX may follow it. */
export const postcode: Identifier = {
  normalise(typed) {
    const text = bare(typed)
    if (/^\d{4,5}$/.test(text)) return text.padStart(5, '0')
    const cedex = WITH_CEDEX.exec(text)
    return cedex ? `${cedex[1]} CEDEX ${cedex[2]}`.trim() : typed.trim()
  },
  doubt(stored) {
    const text = bare(stored)
    if (stored.trim() === '') return undefined
    if (/^\d{5}$/.test(text) || WITH_CEDEX.test(text)) return isServed(text) ? undefined : 'range'
    return /^\d+$/.test(text) ? 'length' : 'characters'
  },
  show: (stored) => stored,
}
