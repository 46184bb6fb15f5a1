import './lot.ts'
import { withDigest } from '../../src/protocol/row-digest.ts'
import { ledgerIn } from '../../src/server/sql/ledger.ts'
import { type Engine, sqlite } from './engines.ts'
import { faults, tally } from './faults.ts'
import { openLooks, Violation } from './invariants.ts'
import { type Given, liveSchedule } from './live-schedule.ts'
import { type Schedule, scheduleFrom } from './steps.ts'

type Kept = Pick<Given, 'database' | 'ledger' | 'clock'>
/** In a database of its own, which the schedules of one ledger share, and nothing else. */
const inLedger = async (engine: Engine, act: (kept: Kept) => Promise<void>) => {
  const { database, discard } = await engine()
  // The schedule's time, whatever the clock here says.
  const clock: Given['clock'] = { now: Date.now }
  try {
    await act({ database, ledger: ledgerIn(database, () => clock.now()), clock })
  } finally {
    await discard()
  }
}

/** Schedules that share a ledger: each makes those after it a little slower. */
const perLedger = 20

export type Report = {
  schedules: number
  /** In how many schedules each fault happened. */
  faults: Record<string, number>
  /** How often each invariant was looked at. */
  looks: Record<string, number>
  /** Of all that the server held in the end: the same seeds make the same, whatever keeps it. */
  digest: number
  failed?: { schedule: Schedule; invariant: string; what: string }
}

/** Lives schedules one after the other, up to the first that does not hold. */
export const runSchedules = async (schedules: Iterable<Schedule>, engine: Engine = sqlite): Promise<Report> => {
  const [met, looks, left] = [tally(faults), openLooks(), schedules[Symbol.iterator]()]
  let [count, digest] = [0, 0]
  let failed: Report['failed']
  let next = left.next()
  const someIn = async (kept: Kept) => {
    for (let of = 0; of < perLedger && !next.done && !failed; of += 1, next = left.next()) {
      const [schedule, happened] = [next.value, tally(faults)]
      count += 1
      try {
        digest = withDigest(
          digest,
          await liveSchedule(schedule, { ...kept, happened, looks, name: `s${schedule.seed}-${count}` }),
        )
      } catch (error) {
        const invariant = error instanceof Violation ? error.invariant : 'crash'
        const what = error instanceof Violation ? error.what : String((error as Error).stack)
        failed = { schedule, invariant, what }
        return
      }
      for (const [name, times] of Object.entries(happened.counts()))
        if (times > 0) met.add(name as (typeof faults)[number])
    }
  }
  while (!next.done && !failed) await inLedger(engine, someIn)
  return { schedules: count, faults: met.counts(), looks: looks.counts(), digest, ...(failed && { failed }) }
}

export function* schedulesFrom(seed: number, count: number): Generator<Schedule> {
  for (let at = 0; at < count; at += 1) yield scheduleFrom(seed + at)
}
