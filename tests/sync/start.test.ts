import { expect, onTestFinished, test } from 'vitest'
import { waitingIn } from '../../src/store/outbox.ts'
import { listed } from '../../src/store/read.ts'
import type { Space } from '../../src/store/space.ts'
import { type Enrolment, freshSync, syncStateOf } from '../../src/store/sync-state.ts'
import { birth, save } from '../../src/store/write.ts'
import { startSync } from '../../src/sync/start.ts'
import type { SyncParts } from '../../src/sync/sync-parts.ts'
import { inAnotherTab, testSpace } from '../store/test-space.ts'
import { type Campus, madeCampus } from './made-campus.ts'
import { madeTime } from './made-time.ts'

const enrolment: Enrolment = {
  ...{ key: 'enrolment', campus: 'c1', name: 'Campus du Bois', kind: 'campus', role: 'member' },
  at: '2026-11-22T09:00:00.000Z',
}
const enrolled = async () => {
  const space = await testSpace()
  await space.db.table('meta').put(enrolment)
  return space
}
const notes = (space: Space, name: string) => save(space, [birth(space, 'people', { name })])

/** One tab of the app: which requests it made, and the clock its timers hang on. */
const tab = (space: Space, campus: Campus, given: Partial<SyncParts> = {}, comeBack = async () => false) => {
  const time = madeTime(Date.now())
  const made = { requests: 0, listening: 0 }
  const silent = { readyState: 1, addEventListener: () => {}, close: () => (made.listening -= 1) }
  const sync = startSync(space, comeBack, () => ({
    ...time,
    random: () => 0.5,
    locks: navigator.locks,
    bring: async () => ({ kind: 'server' }),
    listen: () => {
      made.listening += 1
      return silent as never
    },
    transport: async (request) => {
      made.requests += 1
      return { kind: 'reply', reply: campus.answer(space.device, space.me, request) }
    },
    ...given,
  }))
  onTestFinished(() => sync.stop())
  return { made, sync, ...time }
}
const isSent = async (space: Space) => (await waitingIn(space)).changes === 0

test('a database that is in no space asks for nothing, and does from the moment it is in one', async () => {
  const [campus, space] = [madeCampus(), await testSpace()]
  await notes(space, 'Élodie')
  const { made } = tab(space, campus)
  await notes(space, 'Paul')
  await expect.poll(() => waitingIn(space)).toMatchObject({ changes: 2 })
  expect(made).toEqual({ requests: 0, listening: 0 })
  await space.db.table('meta').put(enrolment)
  await expect.poll(() => isSent(space)).toBe(true)
  expect(campus.rowsOf('people')).toHaveLength(2)
})

test('a device that enters its space anew asks at once', async () => {
  const [campus, space] = [madeCampus(), await enrolled()]
  const { made } = tab(space, campus, { transport: async () => ({ kind: 'signed-out' }) })
  await expect.poll(() => made.listening).toBe(1)
  await expect.poll(async () => (await syncStateOf(space)).trouble).toBe('signed-out')
  const before = (await syncStateOf(space)).lastTry
  await space.db.table('meta').put({ ...enrolment, at: '2026-11-23T09:00:00.000Z' })
  await expect.poll(async () => (await syncStateOf(space)).lastTry).not.toBe(before)
  expect(made.listening).toBe(1)
})

test('examples are never sent, whatever is written in them', async () => {
  const [campus, space] = [madeCampus(), await testSpace({ kind: 'examples' })]
  await space.db.table('meta').put(enrolment)
  const { made, sync } = tab(space, campus)
  await notes(space, 'Élodie')
  sync.now()
  await listed(space, 'people')
  expect(made.requests).toBe(0)
})

test('of two tabs one syncs, also what the other saves; when it is closed the other takes over', async () => {
  const [campus, space] = [madeCampus(), await enrolled()]
  const [one, other] = [tab(space, campus), tab(await inAnotherTab(space), campus)]
  await expect.poll(() => one.made.requests + other.made.requests).toBe(1)
  const third = await inAnotherTab(space)
  await notes(third, 'Élodie')
  await expect.poll(() => isSent(space)).toBe(true)
  const [leads, waits] = one.made.requests > 0 ? [one, other] : [other, one]
  expect(waits.made).toEqual({ requests: 0, listening: 0 })
  leads.sync.stop()
  await expect.poll(() => waits.made).toEqual({ requests: 1, listening: 1 })
  await notes(third, 'Paul')
  await expect.poll(() => isSent(space)).toBe(true)
  expect(leads.made.listening).toBe(0)
})

test('“now” asked in the tab that waits is done by the one that has the lead', async () => {
  const [campus, space] = [madeCampus(), await enrolled()]
  const [one, other] = [tab(space, campus), tab(await inAnotherTab(space), campus)]
  await expect.poll(() => one.made.requests + other.made.requests).toBe(1)
  const waits = one.made.requests > 0 ? other : one
  waits.sync.now()
  await expect.poll(() => one.made.requests + other.made.requests).toBe(2)
  expect(waits.made.requests).toBe(0)
})

test('where a tab has the lead and does nothing for two minutes, another takes it', async () => {
  const [campus, space] = [madeCampus(), await enrolled()]
  await space.db.table('meta').put({ ...freshSync, lastTry: Date.now() })
  await notes(space, 'Élodie')
  const never = () => new Promise<never>(() => {})
  const stuck = tab(space, campus, { transport: never })
  await expect.poll(() => stuck.made.listening).toBe(1)
  const other = tab(await inAnotherTab(space), campus)
  await other.pass(110_000)
  expect(other.made.requests).toBe(0)
  await expect
    .poll(async () => {
      await other.pass(30_000)
      return other.made.requests
    })
    .toBeGreaterThan(0)
  await expect.poll(() => isSent(space)).toBe(true)
  expect(stuck.made.listening).toBe(0)
})

test('a device whose cookie was lost with a killed browser comes back by itself, and what waits is sent', async () => {
  const [campus, space] = [madeCampus(), await enrolled()]
  await notes(space, 'Élodie')
  let [isKnown, comings] = [false, 0]
  const transport: SyncParts['transport'] = async (request) =>
    isKnown ? { kind: 'reply', reply: campus.answer(space.device, space.me, request) } : { kind: 'signed-out' }
  const comeBack = async () => {
    comings += 1
    isKnown = comings === 1
    return isKnown
  }
  tab(space, campus, { transport }, comeBack)
  await expect.poll(() => isSent(space)).toBe(true)
  expect(comings).toBe(1)
  expect((await syncStateOf(space)).trouble).toBeUndefined()
})

/** A server that knows the device or not, and refuses to be heard by one it does not know. */
const strangerAtTheDoor = (space: Space, campus: Campus) => {
  const door = { isKnown: false, heardBy: [] as boolean[] }
  const transport: SyncParts['transport'] = async (request) =>
    door.isKnown ? { kind: 'reply', reply: campus.answer(space.device, space.me, request) } : { kind: 'signed-out' }
  const listen = () => {
    door.heardBy.push(door.isKnown)
    return { readyState: 2, addEventListener: () => {}, close: () => {} } as never
  }
  return { door, transport, listen }
}

test('a device that came back hears of news again', async () => {
  const [campus, space] = [madeCampus(), await enrolled()]
  const { door, ...parts } = strangerAtTheDoor(space, campus)
  const comeBack = async () => {
    door.isKnown = true
    return true
  }
  tab(space, campus, parts, comeBack)
  await expect.poll(() => door.heardBy).toEqual([false, true])
})

test('so does one that another tab brought back by a new link', async () => {
  const [campus, space] = [madeCampus(), await enrolled()]
  const { door, ...parts } = strangerAtTheDoor(space, campus)
  const { sync } = tab(space, campus, parts)
  await expect.poll(async () => (await syncStateOf(space)).trouble).toBe('signed-out')
  door.isKnown = true
  sync.now()
  await expect.poll(() => door.heardBy).toEqual([false, true])
})

test('where a browser has no locks, it syncs all the same', async () => {
  const [campus, space] = [madeCampus(), await enrolled()]
  tab(space, campus, { locks: undefined })
  await notes(space, 'Élodie')
  await expect.poll(() => isSent(space)).toBe(true)
})
