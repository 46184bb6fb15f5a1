import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningHouse, runHouse } from '../running-house.ts'
import { enterWith, post } from '../test-phone.ts'

const DAY = 86_400_000
let house: RunningHouse
beforeAll(async () => {
  house = await runHouse({ publicUrl: 'https://maillage.exemple.fr' })
})
afterAll(() => house?.close())

test('the cookie is the device’s own, out of reach of scripts and of other sites', async () => {
  const { device, entered } = await enterWith(house, await house.setUp())
  const cookie = entered.headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(new RegExp(`^__Host-maillage-${device}=[\\w-]{43}; Max-Age=${180 * 86_400}; Path=/;`))
  for (const part of ['HttpOnly', 'Secure', 'SameSite=Strict']) expect(cookie).toContain(part)
})

test('it is renewed while it is used, once a day, and ends after 180 days without', async () => {
  const phone = await enterWith(house, await house.setUp())
  const renewed = async () => (await phone.sync()).headers.get('set-cookie') !== null
  expect(await renewed()).toBe(false)
  house.clock.skew += 2 * DAY
  expect([await renewed(), await renewed()]).toEqual([true, false])
  house.clock.skew += 179 * DAY
  expect(await renewed()).toBe(true)
  house.clock.skew += 181 * DAY
  expect((await phone.sync()).body).toEqual({ p: 1, error: 'not-found' })
  house.clock.skew = 0
})

test('neither token, code nor session is kept as it is', async () => {
  const secret = await house.setUp()
  const phone = await enterWith(house, secret)
  const invited = await phone.ask<{ link: string; code: string }>('invite', {
    ...{ id: randomUUID(), kind: 'invite' },
  })
  const session = phone.cookie.split('=')[1] ?? ''
  const kept = await house.written()
  expect(kept).toContain(phone.device)
  const { link, code } = invited.body
  for (const one of [secret, session, link.split('#')[1] ?? '', code, code.replace('-', '')])
    expect(kept).not.toContain(one)
})

test('wrong codes are tried 60 times from one place, then wait; right ones do not count, and a link is never shut out', async () => {
  const phone = await enterWith(house, await house.setUp())
  const token = await phone.inviteToken()
  const look = (secret: string, from: string) =>
    post(`${house.url}/api/enter/look`, { p: 1, secret }, { 'x-forwarded-for': `made-up, ${from}` })
  const times = async (count: number, secret: string) => {
    const answers = await Promise.all(Array.from({ length: count }, () => look(secret, '192.0.2.1')))
    return [...new Set(answers.map(({ status }) => status))]
  }
  const code = String(((await look(token, '192.0.2.1')).body as { code?: string }).code)
  expect(await times(100, code)).toEqual([200])
  expect(await times(60, 'AAAAA-AAAAA')).toEqual([404])
  expect((await look(code, '192.0.2.1')).body).toEqual({ p: 1, error: 'too-many' })
  expect((await look(token, '192.0.2.1')).status).toBe(200)
  expect((await look(code, '192.0.2.2')).status).toBe(200)
  house.clock.skew += 600_000
  expect((await look(code, '192.0.2.1')).status).toBe(200)
  house.clock.skew = 0
})

describe('over plain http, where the address is https', () => {
  test.each([
    ['a page of this machine’s own address', () => ({ origin: house.url })],
    ['whom a proxy says it serves so', () => ({ 'x-forwarded-proto': 'http' })],
  ])('%s is told before the link is spent', async (_, says) => {
    const headers = says()
    const secret = await house.setUp()
    const refused = { status: 403, body: { p: 1, error: 'insecure' } }
    expect(await post(`${house.url}/api/enter/look`, { p: 1, secret }, headers)).toMatchObject(refused)
    const asked = { device: randomUUID(), me: randomUUID(), deviceName: 'Téléphone', name: 'Claire Martin' }
    const space = { name: 'Campus', kind: 'campus' }
    const enter = { p: 1, secret, key: randomUUID(), ...asked, space }
    const answer = await post(`${house.url}/api/enter`, enter, headers)
    expect(answer).toMatchObject(refused)
    expect(answer.headers.get('set-cookie')).toBeNull()
    const overHttps = { origin: 'https://maillage.exemple.fr', 'x-forwarded-proto': 'https' }
    expect((await post(`${house.url}/api/enter`, enter, overHttps)).status).toBe(200)
  })
})

test('where the address is http, as on one’s own machine, plain http lets in', async () => {
  const own = await runHouse()
  const answer = await post(`${own.url}/api/enter/look`, { p: 1, secret: await own.setUp() }, { origin: own.url })
  await own.close()
  expect(answer.status).toBe(200)
})
