import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { boardOf, missedFaults, missedLooks } from './board.ts'
import { runSchedules, schedulesFrom } from './run-schedules.ts'
import type { Schedule } from './steps.ts'

const kept = join(import.meta.dirname, 'kept')
const files = existsSync(kept) ? readdirSync(kept) : []
const told = (failed: { schedule: Schedule; invariant: string; what: string } | undefined) =>
  failed && `seed ${failed.schedule.seed} breaks ${failed.invariant}: ${failed.what}`

test('whatever befalls phones, wire and server, no word is lost and all end alike: 1,000 schedules of faults', async () => {
  const report = await runSchedules(schedulesFrom(1_000_000, 1_000))
  console.log(boardOf(report))
  expect(told(report.failed)).toBeUndefined()
  expect(missedFaults(report)).toEqual([])
  expect(missedLooks(report)).toEqual([])
}, 600_000)

test.each(files)('what once went wrong holds: %s', async (name) => {
  const schedule = JSON.parse(readFileSync(join(kept, name), 'utf8')) as Schedule
  expect(told((await runSchedules([schedule])).failed)).toBeUndefined()
})
