import { expect, test } from 'vitest'
import { type Door, entryThrough } from '../../src/online/enter.ts'
import type { PendingEntry } from '../../src/store/pending-entry.ts'
import { madeServer, say } from './made-server.ts'

const space = { name: 'Campus du Bois', kind: 'campus' as const }
const invitation = {
  p: 1 as const,
  kind: 'invite' as const,
  campus: 'campus-1',
  space,
  role: 'member' as const,
  expires: 9,
  code: 'K7QF2-M9X3T',
}
const entered = { p: 1, campus: 'campus-1', space, role: 'member' }

/** A server with one link, as the contract has it: consumed once, and repeated for the same device with the same key. */
const serverWithOneLink = async () => {
  const by: { key?: unknown; device?: unknown } = {}
  const link = { isCut: false, uses: 0 }
  const server = await madeServer(({ path, body }, response) => {
    if (body.secret !== 'token') return say(response, { p: 1, error: 'unknown' }, 404)
    const isSame = by.key === body.key && by.device === body.device
    if (by.key !== undefined && (path === '/api/enter/look' || !isSame))
      return say(response, { p: 1, error: 'used' }, 409)
    if (path === '/api/enter/look') return say(response, invitation)
    if (by.key === undefined) link.uses += 1
    Object.assign(by, { key: body.key, device: body.device })
    if (link.isCut) response.destroy()
    else say(response, entered)
  })
  return { ...server, link }
}

type Database = { install: string; device: string; me: string }
type Entered = Parameters<Door<Database>['keep']>[1]
/** A phone: what it keeps outlives the app that runs on it. `isFree`: no other tab enters another space meanwhile. */
const phone = (name = 'phone', isFree = true) => {
  const databases: Database[] = []
  const kept: { install: string; entered: Entered }[] = []
  const closed: string[] = []
  let pending: PendingEntry | undefined
  // As long as the one it has is in no space, it is that one.
  const asked: (string | undefined)[] = []
  const open = async (campus: string | undefined) => {
    asked.push(campus)
    const unclaimed = databases.find(({ install }) => !kept.some((one) => one.install === install))
    const made = { install: `${name}-${databases.length}`, device: `${name}-device-${databases.length}`, me: 'me' }
    if (!unclaimed) databases.push(made)
    return unclaimed ?? made
  }
  const door = (fetch: Door<Database>['fetch']): Door<Database> => ({
    fetch,
    deviceName: 'iPhone',
    clock: () => 1_000,
    open,
    keep: async ({ install }, entered) => isFree && kept.push({ install, entered }) > 0,
    close: ({ install }) => void closed.push(install),
    inTurn: (act) => act(),
    memory: {
      read: async () => pending,
      begin: async (entry) => {
        const isSame = pending?.secret === entry.secret && pending.install === entry.install
        pending = isSame ? { ...entry, key: pending?.key ?? '', invitation: pending?.invitation } : entry
        return pending
      },
      end: async (_, became) => {
        pending = became
      },
    },
  })
  return {
    databases,
    asked,
    kept,
    closed,
    pending: () => pending,
    startApp: (fetch: Door<Database>['fetch']) => entryThrough(door(fetch)),
  }
}

test('looking says where the link leads, and neither consumes it nor opens a database', async () => {
  const { fetch, link } = await serverWithOneLink()
  const { startApp, databases } = phone()
  expect(await startApp(fetch).look('token')).toEqual({ ok: true, value: invitation })
  expect(link.uses).toBe(0)
  expect(databases).toEqual([])
})

test('entering sends who one is, and the database belongs to the space from then on', async () => {
  const { fetch, heard } = await serverWithOneLink()
  const { startApp, kept, closed, pending } = phone()
  expect(await startApp(fetch).enter('token', { name: 'Léa Blanc', space })).toEqual({ ok: true, value: undefined })
  const { key, ...asked } = heard[0]?.body ?? {}
  expect(asked).toEqual({
    p: 1,
    secret: 'token',
    device: 'phone-device-0',
    me: 'me',
    deviceName: 'iPhone',
    name: 'Léa Blanc',
    space,
  })
  expect(String(key)).toMatch(/^[0-9a-f]{64}$/)
  expect(kept).toEqual([{ install: 'phone-0', entered: { campus: 'campus-1', ...space, role: 'member' } }])
  expect(pending()).toMatchObject({ install: 'phone-0', answeredAt: 1_000 })
  expect(closed).toEqual(['phone-0'])
})

test('a reply lost after the link was consumed is asked for again with the same key', async () => {
  const { fetch, link, heard } = await serverWithOneLink()
  const { startApp, kept, databases } = phone()
  const app = startApp(fetch)
  await app.look('token')
  link.isCut = true
  expect(await app.enter('token', { name: 'Léa' })).toEqual({ ok: false, why: 'no-network' })
  expect(kept).toEqual([])
  link.isCut = false
  expect((await app.enter('token', { name: 'Léa' })).ok).toBe(true)
  expect(heard[2]?.body.key).toBe(heard[1]?.body.key)
  expect(link.uses).toBe(1)
  expect(kept).toHaveLength(1)
  expect(databases).toHaveLength(1)
})

test('the same after the app was killed: the used link still shows where it leads, and enters with the same database', async () => {
  const { fetch, link } = await serverWithOneLink()
  const { startApp, kept, databases, asked } = phone()
  const killed = startApp(fetch)
  await killed.look('token')
  link.isCut = true
  await killed.enter('token', { name: 'Léa' })
  link.isCut = false
  const app = startApp(fetch)
  expect(await app.look('token')).toEqual({ ok: true, value: invitation })
  expect((await app.enter('token', { name: 'Léa' })).ok).toBe(true)
  expect(kept.map(({ install }) => install)).toEqual(['phone-0'])
  expect(databases).toHaveLength(1)
  expect(asked).toEqual(['campus-1', 'campus-1'])
  expect(link.uses).toBe(1)
})

test('a device that lost its session with a killed browser comes back by the same act, and no other does', async () => {
  const { fetch, link, heard } = await serverWithOneLink()
  const { startApp, databases, kept } = phone()
  await startApp(fetch).enter('token', { name: 'Léa' })
  const app = startApp(fetch)
  const [own] = databases as [Database]
  expect(await app.comeBack(own)).toBe(true)
  expect(heard[1]?.body).toEqual(heard[0]?.body)
  expect(link.uses).toBe(1)
  expect(kept).toHaveLength(1)
  expect(await app.comeBack({ ...own, install: 'another' })).toBe(false)
  expect(await app.look('token')).toEqual({ ok: false, why: 'used' })
})

test('a link used by another device stays used, and leaves nothing behind', async () => {
  const { fetch } = await serverWithOneLink()
  await phone('hers').startApp(fetch).enter('token', { name: 'Léa' })
  const his = phone('his')
  const app = his.startApp(fetch)
  expect(await app.look('token')).toEqual({ ok: false, why: 'used' })
  expect(await app.enter('token', { name: 'Paul' })).toEqual({ ok: false, why: 'used' })
  expect(his.kept).toEqual([])
  expect(his.pending()).toBeUndefined()
  expect(his.closed).toEqual(['his-0'])
  expect(await app.enter('mangled', { name: 'Paul' })).toEqual({ ok: false, why: 'unknown' })
})

test('where another tab gave the database to another space meanwhile, a new link is needed, and one database was opened', async () => {
  const { fetch, heard } = await serverWithOneLink()
  const { startApp, databases, pending, closed } = phone('phone', false)
  expect(await startApp(fetch).enter('token', { name: 'Léa' })).toEqual({ ok: false, why: 'used' })
  expect(heard.map(({ path }) => path)).toEqual(['/api/enter'])
  expect(databases).toHaveLength(1)
  expect(pending()).toBeUndefined()
  expect(closed).toEqual(['phone-0'])
})

test('what is too long to be a link is unknown, and neither asks the server nor opens a database', async () => {
  const { fetch, heard, stop } = await serverWithOneLink()
  const { startApp, databases, pending } = phone()
  const app = startApp(fetch)
  const mangled = 'token'.repeat(41)
  expect(await app.look(mangled)).toEqual({ ok: false, why: 'unknown' })
  expect(await app.enter(mangled, { name: 'Léa' })).toEqual({ ok: false, why: 'unknown' })
  expect(heard).toEqual([])
  expect(databases).toEqual([])
  expect(pending()).toBeUndefined()
  expect(await app.look('t'.repeat(200))).toEqual({ ok: false, why: 'unknown' })
  expect(heard).toHaveLength(1)
  await stop()
})

test('the key of one act is not that of another', async () => {
  const { fetch, heard, stop } = await serverWithOneLink()
  const app = phone().startApp(fetch)
  await app.enter('other', { name: 'Léa' })
  await app.enter('token', { name: 'Léa' })
  expect(heard[0]?.body.key).not.toBe(heard[1]?.body.key)
  await stop()
})
