import { normaliseEmail } from './email-address.ts'
import { normaliseNumber } from './phone-number.ts'

export type ContactPoint = { kind: 'email' | 'mobile' | 'landline'; value: string } | { kind: 'none' }

const MOBILE_OF_FRANCE = /^\+(?:33[67]|262[67]|59[046][67]|508[567]|687[789]|6898[789])/
const OF_FRANCE = /^\+(?:33|262|59[046]|508|687|689)/

/** A number from abroad counts as a mobile: whoever gives one at a fair carries it along. */
function isMobile(stored: string): boolean {
  if (OF_FRANCE.test(stored)) return MOBILE_OF_FRANCE.test(stored)
  return stored.startsWith('+') || /^0[67]/.test(stored)
}

/** For the one field that takes a telephone number or an e-mail address; `none` holds neither, and stays where it is. */
export function recogniseContactPoint(typed: string): ContactPoint {
  if (typed.includes('@')) return { kind: 'email', value: normaliseEmail(typed) }
  if (!/\d/.test(typed)) return { kind: 'none' }
  const value = normaliseNumber(typed)
  return { kind: isMobile(value) ? 'mobile' : 'landline', value }
}
