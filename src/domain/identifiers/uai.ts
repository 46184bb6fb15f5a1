import { bareOf } from './bare.ts'
import type { Identifier } from './identifier.ts'

const bare = bareOf('(?:CODE)?(?:UAI|RNE)')

/** No I, O or Q: they look like digits. */
const KEYS = 'ABCDEFGHJKLMNPRSTUVWXYZ'

const hasItsKey = (text: string) => KEYS[Number(text.slice(0, 7)) % KEYS.length] === text[7]

/** The number of a school in the ministry's register (once RNE): seven digits and the letter that follows from them. */
export const uai: Identifier = {
  normalise(typed) {
    const text = bare(typed)
    if (/^\d{6}[A-Z]$/.test(text) && hasItsKey(`0${text}`)) return `0${text}`
    return /^\d{7}[A-Z]$/.test(text) ? text : typed.trim()
  },
  doubt(stored) {
    const text = bare(stored)
    if (stored.trim() === '') return undefined
    if (/^\d{7}[A-Z]$/.test(text)) return hasItsKey(text) ? undefined : 'key'
    return /^\d+[A-Z]?$/.test(text) ? 'length' : 'characters'
  },
  show: (stored) => stored,
}
