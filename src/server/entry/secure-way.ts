import type { Context, Next } from 'hono'
import { failure } from '../failure.ts'
import type { House } from '../house.ts'

/** By what the browser says of its page, else by what a proxy says of the connection; undefined when neither says. */
const wayOf = (c: Context): string | undefined => {
  const origin = c.req.header('origin')
  if (origin !== undefined && URL.canParse(origin)) return new URL(origin).protocol
  const proto = c.req.header('x-forwarded-proto')?.split(',').at(-1)?.trim().toLowerCase()
  return proto && `${proto}:`
}

/**
 * Nobody enters over plain http where the address is https: a browser drops the cookie, and the link would be spent for
 * nothing. @throws Failure `insecure`.
 */
export const secureWay = (house: House) => async (c: Context, next: Next) => {
  if (house.publicUrl().startsWith('https:') && wayOf(c) === 'http:') throw failure('insecure')
  await next()
}
