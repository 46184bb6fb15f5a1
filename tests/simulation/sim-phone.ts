import type { Dexie } from 'dexie'
import type { AnyRow } from '../../src/domain/record.ts'
import type { Change } from '../../src/protocol/change.ts'
import { schemaVersion } from '../../src/protocol/schema-version.ts'
import { noMerges } from '../../src/store/merges.ts'
import type { Space } from '../../src/store/space.ts'
import type { SyncState } from '../../src/store/sync-state.ts'
import { firstSize, type Size } from '../../src/sync/batch-size.ts'
import { comingBack } from '../../src/sync/come-back.ts'
import { hearPokes } from '../../src/sync/pokes.ts'
import { openRhythm, type Rhythm } from '../../src/sync/rhythm.ts'
import { syncStoreOf } from '../../src/sync/sync-store.ts'
import type { Timer } from '../../src/sync/timer.ts'
import { wholeRound } from '../../src/sync/whole-round.ts'
import { asBuilt, type Behind, builds } from './builds.ts'
import type { Chance } from './chance.ts'
import type { Frame } from './frame.ts'
import { type Death, type MemoryDb, memoryDb, memoryDisk } from './memory-db.ts'
import { simCalls } from './sim-calls.ts'
import { type Reach, type SimSource, simSource } from './sim-source.ts'
import { type SimTime, sure } from './sim-time.ts'

/** A second tab tries again after so many ms. */
const tabWaits = 5_000

export type PhoneParts = {
  at: number
  campus: string
  member: string
  time: SimTime
  chance: Chance
  send: (frame: Frame) => void
  reach: () => Reach
  /** Until it is updated. */
  behind: Behind
  /** Hears of every change that was minted, once it is kept. */
  minted: (device: string, change: Change, seen: AnyRow | undefined, knewTime: boolean) => void
  died: (death: Death) => void
}

type Running = {
  db: MemoryDb
  space: Space
  rhythm: Rhythm
  tab: () => void
  ears: () => SimSource | undefined
  listen: () => void
  deafen: () => void
}

/** A phone whose clock, chance, disk and link are the schedule's; its engine is the app's own. */
export const simPhone = (parts: PhoneParts) => {
  const { at, campus, member, time, chance, send, reach, minted, died } = parts
  let { behind } = parts

  const disk = memoryDisk()
  const link: { size: Size } = { size: firstSize }
  let [skew, installs, told, isOnline] = [0, 0, 0, true]
  let running: Running | undefined
  let [seen, opened]: (AnyRow | undefined)[] = []

  const clock = () => time.now() + skew
  const meta = <T>(key: string) => disk.rowsOf('meta').get(key) as T | undefined
  const device = () => meta<{ device: string }>('birth')?.device ?? ''
  const state = () => meta<SyncState>('sync')

  /** How far its idea of the true time is off, in ms. */
  const off = () => (meta<{ offset?: number }>('mark')?.offset ?? 0) + skew

  /** What a new database holds: see store/open.ts. */
  const install = () => {
    installs += 1
    const name = `${campus}-phone-${at}-${installs}`
    const rows = disk.rowsOf('meta')
    rows.set('birth', { key: 'birth', install: name, device: name, me: member, kind: 'own', createdAt: '' })
    rows.set('mark', { key: 'mark', install: name, lastChange: 0, rev: 0, minWriter: schemaVersion })
    told = 0
  }
  const committed = (said: Iterable<unknown>) => {
    for (const change of said as Iterable<Change>) {
      if (change.n <= told) continue
      told = change.n
      minted(device(), change, seen, Math.abs(off()) < sure)
    }
  }
  const calls = simCalls({
    ...{ time, clock, isOnline: () => isOnline },
    send: (call, text) =>
      send({ kind: 'request', device: device(), phone: at, call, campus, text: asBuilt(text, behind) }),
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
      ...{
        db: db as unknown as Dexie,
        catalog: builds[behind],
        kind: 'own',
        install: id,
        device: id,
        me: member,
      },
      ...{ now: clock, newId, newChangeId, merges: noMerges() },
    }
    const store = syncStoreOf(space)
    let [pokes, ears]: [ReturnType<typeof hearPokes> | undefined, SimSource | undefined] = [undefined, undefined]
    const transport = comingBack(
      calls.transport,
      async () => false,
      () => pokes?.again(),
    )
    const given = { store, transport, clock, elapsed: time.now, random: chance.next, link }
    const round = (signal: AbortSignal, progress: () => void) => wholeRound(space, { ...given, signal, progress })
    const rhythm = openRhythm({ round, timer, elapsed: time.now, random: chance.next })
    const open = () => {
      ears = simSource(timer, reach)
      return ears.source
    }
    const { nudge: poke, look } = rhythm
    const tab = () => {
      round(new AbortController().signal, () => {}).then(
        ({ trouble }) => trouble && timer(() => pokes && tab(), tabWaits),
        () => {},
      )
    }
    running = {
      ...{ db, space, rhythm, tab, ears: () => ears },
      listen: () => {
        pokes = hearPokes({ open, timer, random: chance.next, poke, look })
      },
      deafen: () => {
        pokes?.stop()
        pokes = undefined
      },
    }
    wake()
    return running
  }
  /** As in sync/while-seen.ts. */
  const wake = () => {
    running?.rhythm.wake()
    running?.deafen()
    running?.listen()
  }
  const sleep = () => {
    running?.deafen()
    running?.rhythm.sleep()
  }
  const kill = () => {
    running?.db.kill()
    running?.rhythm.stop()
    running?.deafen()
    running = undefined
    opened = undefined
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
    off,
    isOn: () => running !== undefined && !running.db.isDead(),
    isOnline: () => isOnline,
    /** The space of a phone that is on. */
    space: () => (running && !running.db.isDead() ? running.space : undefined),
    start: () => {
      if (running?.db.isDead()) kill()
      if (!running) start()
    },
    kill,
    behind: () => behind,
    /** Its build has a place for this table. */
    knows: (table: string) => table in builds[behind],
    /** The newest build from its next start on, which is now; whether it had another. */
    update: () => {
      if (behind === 0) return false
      behind = 0
      if (!running) return true
      kill()
      start()
      return true
    },
    /** The app is left for another, and come back to. */
    sleep,
    wake,
    /** `after`: so many more commits. Undefined: it dies no more. */
    dieAt: (death: Death | undefined, after = 0) => running?.db.dieAt(death, after),
    /** A second tab of the app asks the server as well, until it is answered. */
    openTab: () => running?.tab(),
    /** The row as a page opened it, whatever is told meanwhile. */
    opens: (row: AnyRow | undefined) => {
      opened = row
    },
    opened: () => opened,
    /** The row as the person has it before them while they edit it. */
    looksAt: (row: AnyRow | undefined) => {
      seen = row
    },
    saved: () => running?.rhythm.saved(),
    hear: (frame: Frame) => {
      if (frame.kind === 'answer') calls.answer(frame.call, frame.heard)
      if (frame.kind === 'poke' && isOnline) running?.ears()?.news()
    },
    goOnline: (to: boolean) => {
      if (to === isOnline) return
      isOnline = to
      if (to) running?.rhythm.nudge()
      else running?.ears()?.cut()
    },
    /** The person asks. */
    now: () => running?.rhythm.now(),
    /** The server is gone, and all lines to it. */
    isCutOff: () => running?.ears()?.cut(),
    setSkew: (ms: number) => {
      skew = ms
    },
    /** Whoever clears the browser's storage takes the database away under the app. */
    wipe: () => {
      kill()
      disk.wipe()
    },
    /** The request that waits for an answer; undefined when none does. */
    call: calls.last,
    /** Changes the server has not taken or refused yet. */
    waiting: () => {
      const acked = state()?.acked ?? 0
      return [...disk.rowsOf('outbox').values()].filter(({ n }) => Number(n) > acked) as unknown as Change[]
    },
  }
}
export type SimPhone = ReturnType<typeof simPhone>
