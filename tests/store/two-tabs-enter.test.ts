import { clear, createStore } from 'idb-keyval'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { entryThrough } from '../../src/online/enter.ts'
import { inTurn } from '../../src/online/in-turn.ts'
import { messageType } from '../../src/protocol/sync-message.ts'
import { claim, enrolledSpaces, openToEnter } from '../../src/store/enrolled-spaces.ts'
import { pendingEntry } from '../../src/store/pending-entry.ts'
import { listed } from '../../src/store/read.ts'
import type { Space } from '../../src/store/space.ts'
import { openCurrentSpace } from '../../src/store/spaces.ts'
import { enrolmentOf } from '../../src/store/sync-state.ts'
import { birth, save } from '../../src/store/write.ts'

let own: Space
const forget = async () => {
  await clear(createStore('maillage', 'spaces'))
  localStorage.clear()
}
beforeEach(async () => {
  await forget()
  own = await openCurrentSpace()
  await save(own, [birth(own, 'people', { name: 'Élodie' })])
})
afterEach(async () => {
  own.db.close()
  for (const { name } of await indexedDB.databases()) if (name?.startsWith('maillage-')) indexedDB.deleteDatabase(name)
  await forget()
})

const said = (message: unknown, status = 200) =>
  new Response(JSON.stringify({ p: 1, ...(message as object) }), { status, headers: { 'content-type': messageType } })

/** A server whose links lead to the space they are named for; each is used once, by one device with one key. */
const madeServer = () => {
  const used = new Map<string, string>()
  return async (path: string, { body }: RequestInit) => {
    const { secret, device, key } = JSON.parse(String(body))
    if (path.endsWith('/look'))
      return said({ kind: 'invite', campus: secret.split('/')[0], role: 'member', expires: 9, code: '' })
    const by = `${device}/${key}`
    if ((used.get(secret) ?? by) !== by) return said({ error: 'used' }, 409)
    used.set(secret, by)
    const [campus] = secret.split('/')
    return said({ campus, space: { name: campus, kind: 'campus' }, role: 'member' })
  }
}
/** One tab: what it has in its memory is its own, what is on the device is shared. */
const tab = (fetch: ReturnType<typeof madeServer>, locks: LockManager | undefined = navigator.locks) =>
  entryThrough({
    fetch,
    deviceName: 'Android',
    clock: () => Date.now(),
    open: openToEnter,
    keep: claim,
    close: ({ db }: Space) => db.close(),
    inTurn: inTurn(locks),
    memory: pendingEntry,
  })
const spaces = async () => (await enrolledSpaces()).map(({ title }) => title).sort()
const entered = { ok: true, value: undefined }
const given = { name: 'Léa' }

test('two tabs that enter two spaces at once get a database each, and what was noted before is in the first', async () => {
  const server = madeServer()
  const [one, other] = [tab(server), tab(server)]
  expect(await Promise.all([one.enter('bois/1', given), other.enter('mer/1', given)])).toEqual([entered, entered])
  expect(await spaces()).toEqual(['bois', 'mer'])
  expect((await enrolmentOf(own))?.campus).toBe('bois')
  const current = await openCurrentSpace()
  expect([await listed(own, 'people'), await listed(current, 'people')].map(({ length }) => length)).toEqual([1, 0])
  current.db.close()
})

test('a database that is in a space is not given to another', async () => {
  const one = await openToEnter('bois')
  const other = await openToEnter('mer')
  const space = { kind: 'campus', role: 'member' } as const
  expect(await claim(one, { campus: 'bois', name: 'bois', ...space })).toBe(true)
  expect(await claim(other, { campus: 'mer', name: 'mer', ...space })).toBe(false)
  expect((await enrolmentOf(own))?.campus).toBe('bois')
  for (const { db } of [one, other]) db.close()
})

test('one link used in two tabs at once lets this device in once, with locks and without', async () => {
  for (const locks of [navigator.locks, undefined]) {
    const server = madeServer()
    const [one, other] = [tab(server, locks), tab(server, locks)]
    const link = `bois/${locks ? 1 : 2}`
    for (const { look } of [one, other]) expect((await look(link)).ok).toBe(true)
    expect(await Promise.all([one.enter(link, given), other.enter(link, given)])).toEqual([entered, entered])
    expect(await spaces()).toEqual(['bois'])
  }
})

test('without locks, of two tabs that enter two spaces at once one may be told to ask again, and nothing is mixed', async () => {
  const server = madeServer()
  const without = () => tab(server, undefined)
  const answers = await Promise.all([without().enter('bois/1', given), without().enter('mer/1', given)])
  const campus = (await enrolmentOf(own))?.campus
  expect(['bois', 'mer']).toContain(campus)
  expect(answers[campus === 'bois' ? 0 : 1]).toEqual(entered)
  expect(await listed(own, 'people')).toHaveLength(1)
})
