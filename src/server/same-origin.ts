import type { Context, Next } from 'hono'
import { failure } from './failure.ts'
import type { House } from './house.ts'

const hostOf = (address: string) => (URL.canParse(address) ? new URL(address).host : undefined)

/** Another site's page cannot act in the name of who is signed in here. What is no browser says neither header. */
export const sameOrigin = (house: House) => async (c: Context, next: Next) => {
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  const ours = [c.req.header('host'), hostOf(house.publicUrl())]
  const isForeign =
    (site ?? 'same-origin') !== 'same-origin' || (origin !== undefined && !ours.includes(hostOf(origin)))
  if (c.req.method !== 'GET' && isForeign) throw failure('forbidden')
  await next()
}
