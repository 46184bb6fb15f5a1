import { bareOf } from './bare.ts'
import type { Identifier } from './identifier.ts'

const bare = bareOf('(?:CODE)?(?:INSEE|COMMUNE)')

/** INSEE's number of a commune, which is not its postcode: Corsica is 2A and 2B, and no longer 20. */
export const communeCode: Identifier = {
  normalise(typed) {
    const text = bare(typed)
    if (/^\d{4}$/.test(text)) return `0${text}`
    return /^(?:\d{2}|2[AB])\d{3}$/.test(text) ? text : typed.trim()
  },
  doubt(stored) {
    const text = bare(stored)
    if (stored.trim() === '') return undefined
    if (/^(?:\d{2}|2[AB])\d{3}$/.test(text)) {
      return /^(?:0[1-9]|1\d|2[1-9AB]|[3-8]\d|9[0-578])/.test(text) ? undefined : 'range'
    }
    return /^(?:\d+|2[AB]\d*)$/.test(text) ? 'length' : 'characters'
  },
  show: (stored) => stored,
}
