import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'

const main = join(import.meta.dirname, '../simulation/main.ts')

/** As `npm run simulate` does it; the line that tells how it ended. */
const simulated = (...asked: string[]) =>
  new Promise<string>((done) => {
    const args = ['--import', 'tsx', main, '--schedules=2000', '--seed=2000000', ...asked]
    execFile(process.execPath, args, { maxBuffer: 1e9 }, (error, board) =>
      done(error ? board : (/^.* violations, digest .*$/m.exec(board)?.[0] ?? board)),
    )
  })

test('2,000 schedules of faults end alike to the last byte, whether SQLite or PostgreSQL keeps all', async () => {
  const sqlite = await simulated('--engine=sqlite')
  expect(sqlite).toMatch(/^2000 schedules lived through, 0 violations, digest [0-9a-f]{12}$/)
  expect(await simulated('--engine=postgres', `--cluster=${inject('cluster')}`)).toBe(sqlite)
}, 1_800_000)
