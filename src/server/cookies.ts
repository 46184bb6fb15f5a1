import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { deviceHeader } from '../protocol/sync-message.ts'
import { failure } from './failure.ts'
import type { House } from './house.ts'
import { type Asker, cookieName, digestOf, sessionDays } from './session.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const isHttps = (house: House) => house.publicUrl().startsWith('https:')

/** The token of the device that says it asks, as the browser keeps it. */
export const tokenFrom = (c: Context, house: House, device: string | undefined): string => {
  const token = device && UUID.test(device) ? getCookie(c, cookieName(device, isHttps(house))) : undefined
  if (!token) throw failure('not-found')
  return token
}

/** Who asks; an event stream names its device in its address, for it cannot say a header. */
export const askerFrom = (c: Context, house: House, device = c.req.header(deviceHeader)): Asker => ({
  digest: digestOf(tokenFrom(c, house, device)),
  device: device ?? '',
})

export const giveCookie = (c: Context, house: House, device: string, token: string): void =>
  setCookie(c, cookieName(device, isHttps(house)), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Strict',
    secure: isHttps(house),
    maxAge: sessionDays * 86_400,
  })
