import { ADDRESS, domainOf, normaliseEmail } from './email-address.ts'
import type { Identifier } from './identifier.ts'
import { isOneSlipAway } from './one-slip.ts'

const INSIDE = /[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+/g
const DOMAIN = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+(?:\p{L}{2,}|xn--[a-z\d-]+)$/u

/** Mail boxes that many people have; short names (free.fr) are left out, too much is one letter away from them. */
const COMMON = [
  'gmail.com',
  'orange.fr',
  'wanadoo.fr',
  'hotmail.fr',
  'hotmail.com',
  'outlook.fr',
  'outlook.com',
  'yahoo.fr',
  'yahoo.com',
  'laposte.net',
  'icloud.com',
]
/** Real ones that are one letter away from a common one. */
const REAL = ['mail.com', 'email.com', 'ymail.com', 'mail.fr']

function likelyDomain(domain: string): string | undefined {
  if (COMMON.includes(domain) || REAL.includes(domain)) return undefined
  const dotted = domain.replace(/,/g, '.').replace(/\.{2,}/g, '.')
  if (dotted === 'gmail.fr') return 'gmail.com'
  const likely = COMMON.find((common) => isOneSlipAway(dotted, common)) ?? dotted
  return likely === domain ? undefined : likely
}

/** The address that was probably meant: jean@gmial.com is jean@gmail.com, "Jean <jean@example.fr>" is what it encloses. */
function suggestion(stored: string): string | undefined {
  if (ADDRESS.test(stored)) {
    const likely = likelyDomain(domainOf(stored))
    return likely && stored.slice(0, stored.lastIndexOf('@') + 1) + likely
  }
  const inside = stored.length < 400 ? stored.match(INSIDE) : null
  return inside?.length === 1 ? normaliseEmail(inside[0]) : undefined
}

/** An e-mail address; only its domain is blind to case, so the rest stays as typed. */
export const email: Identifier & { suggestion(stored: string): string | undefined } = {
  normalise: normaliseEmail,
  doubt(stored) {
    if (stored.trim() === '') return undefined
    if ((stored.match(/@/g)?.length ?? 0) > 1) return 'several'
    if (!ADDRESS.test(stored) || !/^[!-~]+@/.test(stored)) return 'characters'
    if (stored.length > 254 || stored.indexOf('@') > 64) return 'length'
    return DOMAIN.test(domainOf(stored)) && !suggestion(stored) ? undefined : 'domain'
  },
  show: (stored) => stored,
  suggestion,
}
