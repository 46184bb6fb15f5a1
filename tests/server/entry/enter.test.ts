import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enterReply, type LookReply, lookReply } from '../../../src/protocol/entry-message.ts'
import { type RunningHouse, runHouse, tokenIn } from '../running-house.ts'
import { enterWith, type Phone, post } from '../test-phone.ts'

const WEEK = 7 * 86_400_000
let house: RunningHouse
let director: Phone
let setUp: string
beforeAll(async () => {
  house = await runHouse()
  setUp = await house.setUp()
  director = await enterWith(house, setUp)
})
afterAll(() => house?.close())

const look = (secret: string) => post<LookReply>(`${house.url}/api/enter/look`, { p: 1, secret })
const enter = (asked: object) => post<{ campus: string }>(`${house.url}/api/enter`, asked)
const invite = (by: Phone, more: object = {}) =>
  by.ask<{ link: string; code: string; expires: number }>('invite', { id: randomUUID(), kind: 'invite', ...more })
const newcomer = (secret: string) => ({
  ...{ p: 1, secret, key: randomUUID(), device: randomUUID(), me: randomUUID() },
  ...{ deviceName: 'Téléphone', name: 'Ali Haddad' },
})

describe('the first device', () => {
  test('names the space and is its direction', async () => {
    expect(enterReply.parse(director.entered.body)).toEqual({
      ...{ p: 1, campus: director.campus, role: 'direction' },
      space: { name: 'Campus de Claire Martin', kind: 'campus' },
    })
    const { body } = await director.sync()
    expect(body.rows).toMatchObject([
      { table: 'members', row: director.me, fields: { name: 'Claire Martin', role: 'direction' } },
    ])
  })

  test('must name the space, and nothing is consumed when it does not', async () => {
    const secret = await house.setUp()
    expect(lookReply.parse((await look(secret)).body)).not.toHaveProperty('space')
    expect((await enter(newcomer(secret))).body.error).toBe('invalid')
    expect((await look(secret)).status).toBe(200)
  })

  test('comes by any set-up link that is open, and then none of them leads in', async () => {
    const other = await house.setUp()
    const later = await house.setUp()
    await enterWith(house, other)
    expect((await look(later)).body.error).toBe('used')
  })
})

describe('a link', () => {
  test('is looked at without being consumed: the space, who invites, as whom', async () => {
    const made = await invite(director, { name: 'Ali', role: 'contributor' })
    for (let time = 0; time < 2; time += 1) {
      expect(lookReply.parse((await look(tokenIn(made.body.link))).body)).toEqual({
        ...{ p: 1, kind: 'invite', campus: director.campus, from: 'Claire Martin', name: 'Ali', role: 'contributor' },
        ...{ space: { name: 'Campus de Claire Martin', kind: 'campus' } },
        ...{ code: made.body.code, expires: made.body.expires },
      })
    }
    expect(made.body.link).toMatch(/^http:\/\/localhost:\d+\/entrer#[\w-]{43}$/)
    expect(made.body.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
  })

  test.each([
    ['as shown', (code: string) => code],
    ['in small letters with spaces', (code: string) => code.toLowerCase().replace('-', '').split('').join(' ')],
    ['with O for 0 and l for 1', (code: string) => code.replaceAll('0', 'O').replaceAll('1', 'l')],
  ])('is the same by its code, typed %s', async (_, typed) => {
    const made = await invite(director)
    expect((await look(typed(made.body.code))).body.code).toBe(made.body.code)
    const entered = await enterWith(house, typed(made.body.code), 'Ali Haddad')
    expect(entered.entered.status).toBe(200)
    expect((await look(tokenIn(made.body.link))).body.error).toBe('used')
  })

  test('lets one device in, of 50 that try at once', async () => {
    const secret = await director.inviteToken()
    const tries = await Promise.all(Array.from({ length: 50 }, () => enter(newcomer(secret))))
    expect(tries.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(tries.filter(({ body }) => body.error === 'used')).toHaveLength(49)
  })

  test('answers the same device again while it shows the key of its act, and no other', async () => {
    const asked = newcomer(await director.inviteToken())
    const [one, two] = [await enter(asked), await enter(asked)]
    expect([two.status, two.body]).toEqual([200, one.body])
    const cookieOf = ({ headers }: typeof one) => headers.get('set-cookie')?.split(';')[0] ?? ''
    const sync = (cookie: string) =>
      post(
        `${house.url}/api/c/${one.body.campus}/sync`,
        { p: 1, rid: 'r', cursor: 0, limit: 1, changes: [] },
        { cookie, 'maillage-device': asked.device },
      )
    expect([(await sync(cookieOf(one))).status, (await sync(cookieOf(two))).status]).toEqual([404, 200])
    expect((await enter({ ...asked, key: randomUUID() })).body.error).toBe('used')
    expect((await enter({ ...asked, device: randomUUID() })).body.error).toBe('used')
  })

  test('asked for twice by the network is one link, whichever answer is heard; asked for anew it is another', async () => {
    const asked = { id: randomUUID(), key: 'k'.repeat(64) }
    const [heard, again] = [await invite(director, asked), await invite(director, asked)]
    expect(again.body.link).toBe(heard.body.link)
    const anew = await invite(director, { ...asked, key: 'n'.repeat(64) })
    expect((await look(tokenIn(heard.body.link))).body.error).toBe('unknown')
    expect((await look(tokenIn(anew.body.link))).status).toBe(200)
    const { open } = (await director.ask<{ open: { id: string }[] }>('invitations', {})).body
    expect(open.filter(({ id }) => id === asked.id)).toHaveLength(1)
  })

  test('that is a week old, mangled, cancelled or made again says so', async () => {
    const id = randomUUID()
    const first = await invite(director, { id })
    const second = await invite(director, { id })
    const expired = await director.inviteToken()
    expect((await look(tokenIn(first.body.link))).body.error).toBe('unknown')
    const open = await director.ask<{ open: { id: string }[] }>('invitations', { cancel: id })
    expect(open.body.open.map((one) => one.id)).not.toContain(id)
    const secret = tokenIn(second.body.link)
    for (const mangled of [secret, `${secret}x`, secret.slice(1), '', 'K7QF2-M9X3T', '<script>', '\u0000'])
      expect([mangled, (await look(mangled)).body.error]).toEqual([mangled, 'unknown'])
    house.clock.skew += WEEK + 1_000
    expect((await look(expired)).body.error).toBe('expired')
    expect((await enter(newcomer(expired))).body.error).toBe('expired')
    house.clock.skew = 0
  })

  test('gives nobody a device or a name that is somebody else’s', async () => {
    const secret = await director.inviteToken()
    const asked = newcomer(secret)
    expect((await enter({ ...asked, me: director.me })).body.error).toBe('invalid')
    expect((await enter({ ...asked, device: director.device })).body.error).toBe('invalid')
    expect((await enter({ ...asked, name: '   ' })).body.error).toBe('invalid')
    expect((await enter(asked)).status).toBe(200)
  })

  test('lets a device whose session ended come back as who it was', async () => {
    const b = await enterWith(house, await director.inviteToken(), 'Ali Haddad')
    const change = b.change('people', randomUUID(), { name: 'before' })
    await b.sync({ changes: [change] })
    house.clock.skew += 181 * 86_400_000
    expect((await b.sync()).status).toBe(404)
    house.clock.skew = 0
    const again = await enter({ ...b.asked, secret: await director.inviteToken(), key: randomUUID() })
    expect([again.status, again.body]).toMatchObject([200, { role: 'member' }])
  })

  test('takes back a device whose member is there as that member, whatever the invitation says', async () => {
    const link = { kind: 'invite', name: 'Somebody', role: 'reader' }
    const b = await enterWith(house, await director.inviteToken(), 'Ali Haddad')
    const team = async () => (await director.sync()).body.rows?.filter(({ table }) => table === 'members')
    const before = await team()
    const secret = await director.inviteToken(link)
    const again = await enter({ ...b.asked, secret, key: randomUUID(), name: 'Other' })
    expect([again.status, again.body]).toMatchObject([200, { campus: b.campus, role: 'member' }])
    expect(await team()).toEqual(before)
    expect((await look(secret)).body.error).toBe('used')
    const cookie = again.headers.get('set-cookie')?.split(';')[0] ?? ''
    const change = b.change('people', randomUUID(), { name: 'what waited' })
    const sent = await post(
      `${house.url}/api/c/${b.campus}/sync`,
      { p: 1, rid: 'r', cursor: 0, limit: 1, changes: [change] },
      { cookie, 'maillage-device': b.device },
    )
    expect(sent.status).toBe(200)
    const { rows } = (await director.sync()).body
    expect(rows?.find(({ row }) => row === change.row)?.fields).toMatchObject({ name: 'what waited' })
  })

  test('gives nobody the session of a colleague whose device they know', async () => {
    const b = await enterWith(house, await director.inviteToken(), 'Ali Haddad')
    const made = await invite(b, { kind: 'device' })
    const secret = String(made.body.link).split('#')[1] ?? ''
    const taken = await enter({ ...director.asked, secret, key: randomUUID() })
    expect([taken.status, taken.body]).toEqual([403, { p: 1, error: 'forbidden' }])
    expect((await director.sync()).status).toBe(200)
  })
})

describe('a further device', () => {
  test('is its owner’s, whatever their role: its own row, merged into theirs', async () => {
    const b = await enterWith(house, await director.inviteToken(), 'Ali Haddad')
    const made = await invite(b, { kind: 'device' })
    const seen = await look(tokenIn(made.body.link))
    expect(seen.body).toMatchObject({ kind: 'device', name: 'Ali Haddad', role: 'member' })
    const second = await enterWith(house, tokenIn(made.body.link), 'Ali Haddad')
    const { body } = await director.sync()
    expect(body.rows?.find(({ row }) => row === second.me)?.fields).toMatchObject({ mergedInto: b.me, role: 'member' })
    const rename = second.change('members', b.me, { name: 'Ali H.' })
    expect((await second.sync({ changes: [rename] })).body.refused).toBeUndefined()
  })

  test('of the direction has its rights', async () => {
    const made = await invite(director, { kind: 'device' })
    const second = await enterWith(house, tokenIn(made.body.link), 'Claire Martin')
    expect((await invite(second)).status).toBe(200)
    const mine = await second.ask<{ open: unknown[] }>('invitations', {})
    expect(mine.body.open.length).toBeGreaterThan(0)
  })
})

test('only the direction invites, and nobody touches another’s invitation', async () => {
  const b = await enterWith(house, await director.inviteToken(), 'Ali Haddad')
  expect((await invite(b)).body).toEqual({ p: 1, error: 'forbidden' })
  const id = randomUUID()
  const made = await invite(director, { id })
  expect((await invite(b, { id, kind: 'device' })).body.error).toBe('forbidden')
  expect((await b.ask<{ open: unknown[] }>('invitations', { cancel: id })).body.open).toEqual([])
  expect((await look(tokenIn(made.body.link))).status).toBe(200)
})
