import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { createCampus } from '../../src/server/entry/set-up.ts'
import { openHouse } from '../../src/server/open-house.ts'
import { digestOf } from '../../src/server/session.ts'
import { openSqliteLedger } from '../../src/server/sqlite/ledger.ts'
import { tidyDaily } from '../../src/server/tidy.ts'
import { type RunningHouse, runHouse, tokenIn } from './running-house.ts'
import { enterWith, post } from './test-phone.ts'

const DAY = 86_400_000
let house: RunningHouse
beforeAll(async () => {
  house = await runHouse()
})
afterAll(() => house?.close())

const look = async (secret: string) =>
  (await post<{ error?: string }>(`${house.url}/api/enter/look`, { p: 1, secret })).body.error

test('a link that ended says why for a month, then it is forgotten, used or not', async () => {
  const director = await enterWith(house, await house.setUp())
  const [used, expired] = [await director.inviteToken(), await director.inviteToken()]
  await enterWith(house, used, 'Ali Haddad')
  const tidied = async (days: number) => {
    house.clock.skew = days * DAY
    const stop = tidyDaily(house.house, () => {})
    stop()
    return [await look(used), await look(expired)]
  }
  expect(await tidied(0)).toEqual(['used', undefined])
  expect(await tidied(36)).toEqual(['used', 'expired'])
  await tidied(38)
  await expect.poll(async () => [await look(used), await look(expired)]).toEqual(['unknown', 'unknown'])
  house.clock.skew = 0
})

test('a server that starts forgets what ended, and goes on to do so', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const past = Date.now() - 60 * DAY
  const before = openSqliteLedger(join(folder, 'maillage.db'), () => past)
  const { link } = await createCampus({ ledger: before, publicUrl: 'http://localhost', now: past })
  await before.close()
  const opened = await openHouse({ dataDir: folder }, () => 'http://localhost')
  onTestFinished(() => opened.close())
  const { ledger } = opened.parts.house
  await expect.poll(() => ledger.campusOfLink(digestOf(tokenIn(link.link)))).toBeUndefined()

  const stop = tidyDaily({ ledger, now: Date.now }, () => {}, 10)
  onTestFinished(stop)
  await ledger.addCampus({ id: 'c1' })
  const old = { id: 'old', token: 't', code: 'c', kind: 'invite', role: 'member', expires: past } as const
  await ledger.write('c1', (at) => at.putLink(old))
  await expect.poll(() => ledger.campusOfLink('t')).toBeUndefined()
})

test('a member has 200 invitations open and no more; one of them is made anew all the same', async () => {
  const director = await enterWith(house, await house.setUp())
  const invite = (id: string) =>
    director.ask<{ error?: string }>('invite', { id, kind: 'invite', name: 'x'.repeat(200) })
  const ids = Array.from({ length: 200 }, () => randomUUID())
  for (const id of ids) expect((await invite(id)).status).toBe(200)
  expect((await invite(randomUUID())).body).toEqual({ p: 1, error: 'too-many' })
  expect((await invite(ids[0] ?? '')).status).toBe(200)
  const { body } = await director.ask<{ open: unknown[] }>('invitations', {})
  expect(body.open).toHaveLength(200)
  expect(JSON.stringify(body).length).toBeLessThan(80_000)
})
