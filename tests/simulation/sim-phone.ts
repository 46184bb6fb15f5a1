import type { Dexie } from 'dexie'
import { catalog } from '../../src/domain/catalog.ts'
import type { AnyRow } from '../../src/domain/record.ts'
import type { Change } from '../../src/protocol/change.ts'
import { schemaVersion } from '../../src/protocol/schema-version.ts'
import type { SyncRequest } from '../../src/protocol/sync-message.ts'
import { noMerges } from '../../src/store/merges.ts'
import type { Space } from '../../src/store/space.ts'
import type { SyncState } from '../../src/store/sync-state.ts'
import type { Answer } from '../../src/sync/answer.ts'
import { firstSize, type Size } from '../../src/sync/batch-size.ts'
import { believed, type Heard } from '../../src/sync/believe.ts'
import { openRhythm, type Rhythm } from '../../src/sync/rhythm.ts'
import { syncStoreOf } from '../../src/sync/sync-store.ts'
import type { Timer } from '../../src/sync/timer.ts'
import { wholeRound } from '../../src/sync/whole-round.ts'
import type { Chance } from './chance.ts'
import type { Frame } from './frame.ts'
import { type Death, type MemoryDb, memoryDb, memoryDisk } from './memory-db.ts'
import type { SimTime } from './sim-time.ts'

/** To the first byte of an answer, as in sync/transport.ts; between two looks for news. In ms. */
const [patience, lookEvery] = [15_000, 60_000]

export type PhoneParts = {
  at: number
  campus: string
  member: string
  time: SimTime
  chance: Chance
  send: (frame: Frame) => void
  /** Hears of every change that was minted, once it is kept. */
  minted: (device: string, change: Change, seen: AnyRow | undefined) => void
  died: (death: Death) => void
}

type Running = { db: MemoryDb; space: Space; rhythm: Rhythm; stopLooking: () => void }

/** A phone whose clock, chance, disk and link are the schedule's; its engine is the app's own. */
export const simPhone = ({ at, campus, member, time, chance, send, minted, died }: PhoneParts) => {
  const disk = memoryDisk()
  const link: { size: Size } = { size: firstSize }
  const calls = new Map<number, (heard: Heard) => void>()
  let [skew, installs, lastCall, told, isOnline] = [0, 0, 0, 0, true]
  let running: Running | undefined
  let seen: AnyRow | undefined

  const clock = () => time.now() + skew
  const meta = <T>(key: string) => disk.rowsOf('meta').get(key) as T | undefined
  const device = () => meta<{ device: string }>('birth')?.device ?? ''
  const state = () => meta<SyncState>('sync')

  /** What a new database holds: see store/open.ts. */
  const install = () => {
    installs += 1
    const name = `${campus}-phone-${at}-${installs}`
    const rows = disk.rowsOf('meta')
    rows.set('birth', { key: 'birth', install: name, device: name, me: member, kind: 'own', createdAt: '' })
    rows.set('mark', { key: 'mark', install: name, lastChange: 0, rev: 0, minWriter: schemaVersion })
    told = 0
  }
  const committed = () => {
    for (const [n, change] of disk.rowsOf('outbox')) {
      if (Number(n) <= told) continue
      told = Number(n)
      minted(device(), change as unknown as Change, seen)
    }
  }
  const transport = (request: SyncRequest, signal: AbortSignal): Promise<Answer> =>
    new Promise((done) => {
      if (!isOnline) return done({ kind: 'no-network', isSlow: false })
      lastCall += 1
      const call = lastCall
      const over = (answer: Answer) => {
        calls.delete(call)
        late()
        signal.removeEventListener('abort', given)
        done(answer)
      }
      const late = time.timer(() => over({ kind: 'no-network', isSlow: true }), patience)
      const given = () => over({ kind: 'no-network', isSlow: true })
      signal.addEventListener('abort', given)
      calls.set(call, (heard) => over(believed(heard, request.rid, clock())))
      send({ kind: 'request', device: device(), phone: at, call, campus, text: JSON.stringify(request) })
    })

  const start = (): Running => {
    if (!meta('birth')) install()
    const db = memoryDb(disk, committed, died)
    const { device: id } = meta<{ device: string }>('birth') as { device: string }
    const timer: Timer = (act, ms) => time.timer(() => running?.db === db && act(), ms)
    let made = 0
    const newId = () => {
      made += 1
      return `${id}-${clock()}-${made}-${chance.below(1e6)}`
    }
    const newChangeId = () => chance.next().toString(36).slice(2, 12)
    const space: Space = {
      ...{ db: db as unknown as Dexie, catalog, kind: 'own', install: id, device: id, me: member },
      ...{ now: clock, newId, newChangeId, merges: noMerges() },
    }
    const round = async (signal: AbortSignal, progress: () => void) => {
      const store = syncStoreOf(space)
      const parts = { store, transport, clock, elapsed: time.now, random: chance.next, link, signal, progress }
      return wholeRound(space, parts)
    }
    const rhythm = openRhythm({ round, timer, elapsed: time.now, random: chance.next })
    running = { db, space, rhythm, stopLooking: () => {} }
    wake(running)
    return running
  }
  const wake = (here: Running) => {
    const look = () => {
      here.rhythm.look()
      here.stopLooking = time.timer(look, lookEvery)
    }
    here.rhythm.wake()
    here.stopLooking = time.timer(look, lookEvery)
  }
  const kill = () => {
    running?.db.kill()
    running?.rhythm.stop()
    running?.stopLooking()
    running = undefined
    calls.clear()
  }
  return {
    at,
    campus,
    member,
    disk,
    link,
    device,
    state,
    clock,
    isOn: () => running !== undefined && !running.db.isDead(),
    isOnline: () => isOnline,
    /** The space of a phone that is on. */
    space: () => (running && !running.db.isDead() ? running.space : undefined),
    start: () => {
      if (running?.db.isDead()) kill()
      if (!running) start()
    },
    kill,
    /** The app is left for another, and come back to. */
    sleep: () => {
      running?.rhythm.sleep()
      running?.stopLooking()
    },
    wake: () => running && wake(running),
    /** Undefined: it dies no more. */
    dieAt: (death: Death | undefined) => running?.db.dieAt(death),
    /** The row as the person has it before them while they edit it. */
    looksAt: (row: AnyRow | undefined) => {
      seen = row
    },
    saved: () => running?.rhythm.saved(),
    hear: (frame: Frame) => {
      if (frame.kind === 'answer') calls.get(frame.call)?.(frame.heard)
      if (frame.kind === 'poke' && isOnline) running?.rhythm.nudge()
    },
    goOnline: (to: boolean) => {
      isOnline = to
      if (to) running?.rhythm.nudge()
    },
    setSkew: (ms: number) => {
      skew = ms
    },
    /** Whoever clears the browser's storage takes the database away under the app. */
    wipe: () => {
      kill()
      disk.wipe()
    },
    /** The request that waits for an answer; undefined when none does. */
    call: () => [...calls.keys()].at(-1),
    /** Changes the server has not taken or refused yet. */
    waiting: () => {
      const acked = state()?.acked ?? 0
      return [...disk.rowsOf('outbox').values()].filter(({ n }) => Number(n) > acked) as unknown as Change[]
    },
  }
}
export type SimPhone = ReturnType<typeof simPhone>
