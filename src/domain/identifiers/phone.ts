import { isExponent } from './exponent.ts'
import type { Doubt, Identifier } from './identifier.ts'
import { normaliseNumber, recogniseNumber } from './phone-number.ts'
import { showNumber } from './phone-show.ts'

const SHORT = /^(?:1\d{1,5}|3\d{3})$/
const BETWEEN_TWO = /[/;,|&\n]|\s[-–]\s|\b(?:ou|et)\b/i

/** Digits of a national number by country code, where France's own numbering plan tells. */
const LENGTHS: [start: RegExp, national: number][] = [
  [/^\+33/, 9],
  [/^\+(?:262|59[046])/, 9],
  [/^\+(?:508|687)/, 6],
  [/^\+689/, 8],
]

function doubtOfNumber(number: string): Doubt | undefined {
  const plan = LENGTHS.find(([start]) => start.test(number))
  if (plan && number.replace(plan[0], '').length !== plan[1]) return 'length'
  return number.startsWith('+338') ? 'special-number' : undefined
}

function holdsSeveral(text: string): boolean {
  const numbers = text.split(BETWEEN_TWO).filter((part) => recogniseNumber(part) || SHORT.test(part.trim()))
  return numbers.length > 1 || text.replace(/\D/g, '').length > 17
}

/** A telephone number, stored as E.164 (+33612345678); short codes and several numbers in one field stay as typed. */
export const phone: Identifier = {
  normalise: normaliseNumber,
  doubt(stored) {
    if (stored.trim() === '') return undefined
    const number = recogniseNumber(stored)
    if (number) return doubtOfNumber(number)
    if (isExponent(stored)) return 'exponent'
    if (holdsSeveral(stored)) return 'several'
    const signs = stored.replace(/[\s\p{Cf}.,\-–—()/+]/gu, '')
    if (!/^\d+$/.test(signs)) return 'characters'
    return SHORT.test(signs) ? 'special-number' : 'length'
  },
  show: showNumber,
}
