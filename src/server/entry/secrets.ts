import { createHash } from 'node:crypto'
import { digestOf } from '../session.ts'

/** Crockford's: no letter that is taken for a digit. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 10

/** The short code of a link, drawn from its token: 50 bits, so that only digests need be kept and either leads to both. */
export const codeOf = (token: string): string =>
  [...createHash('sha256').update(`code:${token}`).digest().subarray(0, LENGTH)]
    .map((byte) => SIGNS[byte % SIGNS.length])
    .join('')

export const shownCode = (code: string): string => `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`

/** A code as somebody types it: any case, spaces and dashes anywhere, O for 0, I or L for 1. */
const typedCode = (text: string): string | undefined => {
  const code = text
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return code.length === LENGTH && [...code].every((sign) => SIGNS.includes(sign)) ? code : undefined
}

/** Whether it is short enough to be found by trying. */
export const isGuessable = (given: string): boolean => typedCode(given) !== undefined

/** What was given to get in, a token or a code, as it is looked for; with the code, which either leads to. */
export const readSecret = (given: string): { digest: string; code: string } => {
  // Somebody may paste the whole link where a code is asked for.
  const secret = given.trim().split('#').at(-1) ?? ''
  const code = typedCode(secret)
  return { digest: digestOf(code ?? secret), code: shownCode(code ?? codeOf(secret)) }
}
