import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteLedger } from '../../src/server/sqlite/ledger.ts'
import { faults, tally } from './faults.ts'
import { openLooks, Violation } from './invariants.ts'
import { type Given, liveSchedule } from './live-schedule.ts'
import { type Schedule, scheduleFrom } from './steps.ts'

/** In memory where there is a place for it: a disk would be most of what a schedule costs. */
const place = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** In a file of its own, so that the schedules of one ledger share a database and nothing else. */
const inLedger = async <T>(act: (given: Pick<Given, 'file' | 'ledger' | 'clock'>) => Promise<T>) => {
  const folder = mkdtempSync(join(place, 'maillage-simulation-'))
  const file = join(folder, 'maillage.db')
  // The schedule's time, whatever the clock here says.
  const clock: Given['clock'] = { now: Date.now }
  const ledger = openSqliteLedger(file, () => clock.now())
  try {
    return await act({ file, ledger, clock })
  } finally {
    await ledger.close()
    rmSync(folder, { recursive: true, force: true })
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
  failed?: { schedule: Schedule; invariant: string; what: string }
}

/** Lives schedules one after the other, up to the first that does not hold. */
export const runSchedules = async (schedules: Iterable<Schedule>): Promise<Report> => {
  const [met, looks, left] = [tally(faults), openLooks(), schedules[Symbol.iterator]()]
  let count = 0
  let failed: Report['failed']
  let next = left.next()
  const someIn = async (given: Pick<Given, 'file' | 'ledger' | 'clock'>) => {
    for (let of = 0; of < perLedger && !next.done && !failed; of += 1, next = left.next()) {
      const [schedule, happened] = [next.value, tally(faults)]
      count += 1
      try {
        await liveSchedule(schedule, { ...given, happened, looks, name: `s${schedule.seed}-${count}` })
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
  while (!next.done && !failed) await inLedger(someIn)
  return { schedules: count, faults: met.counts(), looks: looks.counts(), ...(failed && { failed }) }
}

export function* schedulesFrom(seed: number, count: number): Generator<Schedule> {
  for (let at = 0; at < count; at += 1) yield scheduleFrom(seed + at)
}
