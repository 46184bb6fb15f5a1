import { bareOf } from './bare.ts'
import type { Identifier } from './identifier.ts'

const bare = bareOf('(?:FICHE)?(?:RNCP)?')

/** A certification in the national register: RNCP and three to six digits. */
export const rncp: Identifier = {
  normalise(typed) {
    const digits = bare(typed)
    return /^\d{3,6}$/.test(digits) ? `RNCP${digits}` : typed.trim()
  },
  doubt(stored) {
    const digits = bare(stored)
    if (stored.trim() === '' || /^\d{3,6}$/.test(digits)) return undefined
    return /^\d+$/.test(digits) ? 'length' : 'characters'
  },
  show: (stored) => stored,
}
