import { bareOf } from './bare.ts'
import type { Identifier } from './identifier.ts'

const bare = bareOf('(?:CODE)?(?:NAF|APE)')

/** The activity of a company (NAF, or APE), of either nomenclature: rév. 2, and NAF 2025 from 1 January 2027. */
export const naf: Identifier = {
  normalise(typed) {
    const text = bare(typed)
    return /^\d{4}[A-Z]$/.test(text) ? text : typed.trim()
  },
  doubt(stored) {
    const text = bare(stored)
    if (stored.trim() === '' || /^\d{4}[A-Z]$/.test(text)) return undefined
    return /^\d+[A-Z]?$/.test(text) ? 'length' : 'characters'
  },
  show: (stored) => stored.replace(/^(\d{2})(\d{2}[A-Z])$/, '$1.$2'),
}
