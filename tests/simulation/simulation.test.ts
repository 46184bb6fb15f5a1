import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runSchedules } from './run-schedules.ts'
import type { Schedule } from './steps.ts'

const kept = join(import.meta.dirname, 'kept')
const files = existsSync(kept) ? readdirSync(kept) : []

/** As `npm run simulate` does it: on all processors, and it fails too where a kind of fault was hardly met. */
const simulated = (schedules: number, seed: number) =>
  new Promise<{ code: unknown; board: string }>((done) => {
    const asked = [
      '--import',
      'tsx',
      join(import.meta.dirname, 'main.ts'),
      `--schedules=${schedules}`,
      `--seed=${seed}`,
    ]
    execFile(process.execPath, asked, { maxBuffer: 1e9 }, (error, board) => done({ code: error?.code ?? 0, board }))
  })

test('whatever befalls phones, wire and server, no word is lost and all end alike: 1,000 schedules of faults', async () => {
  const { code, board } = await simulated(1_000, 1_000_000)
  console.log(board)
  expect(code, board).toBe(0)
  expect(board).toContain('1000 schedules lived through, 0 violations')
}, 600_000)

test.each(files)('what once went wrong holds: %s', async (name) => {
  const schedule = JSON.parse(readFileSync(join(kept, name), 'utf8')) as Schedule
  const { failed } = await runSchedules([schedule])
  expect(failed && `seed ${failed.schedule.seed} breaks ${failed.invariant}: ${failed.what}`).toBeUndefined()
})
