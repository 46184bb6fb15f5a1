import './lot.ts'
import { fork } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startCluster } from '../postgres/cluster.ts'
import { boardOf, missedFaults, missedLooks, together } from './board.ts'
import { builtHand } from './built-hand.ts'
import { postgresIn, sqlite } from './engines.ts'
import type { Report } from './run-schedules.ts'
import { shrunk } from './shrink.ts'

// usage: main.ts [--schedules N] [--seed S] [--engine sqlite|postgres]
const { values } = parseArgs({
  options: {
    schedules: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    engine: { type: 'string', default: 'sqlite' },
    // The folder of a PostgreSQL server that runs; without it, a throwaway one is started.
    cluster: { type: 'string' },
  },
})
const [count, seed] = [Number(values.schedules), Number(values.seed)]
if (!(count > 0) || !Number.isInteger(seed) || !['sqlite', 'postgres'].includes(values.engine)) {
  console.error('usage: npm run simulate -- --schedules N --seed S [--engine sqlite|postgres]')
  process.exit(2)
}
const own = values.engine === 'postgres' && !values.cluster ? await startCluster() : undefined
const cluster = values.cluster ?? own?.folder
const engine = cluster ? postgresIn(cluster) : sqlite

const started = Date.now()
const hands = Math.min(availableParallelism(), count)
const hand = await builtHand()
const children = Array.from({ length: hands }, (_, which) => {
  const [from, to] = [which, which + 1].map((part) => Math.floor((count * part) / hands)) as [number, number]
  const asked = [`--schedules=${to - from}`, `--seed=${seed + from}`]
  return fork(hand.file, cluster ? [...asked, `--cluster=${cluster}`] : asked, { execArgv: ['--enable-source-maps'] })
})
/** Of each that came to its end: the first that fails ends the others. */
const reports = await Promise.all(
  children.map(
    (child) =>
      new Promise<Report[]>((done) => {
        child.on('message', (message: Report | { begun: number }) => {
          if (!('schedules' in message)) return
          if (message.failed) for (const other of children) if (other !== child) other.kill()
          done([message])
        })
        child.on('exit', () => done([]))
      }),
  ),
)
const report = together(reports.flat())
const isCut = !report.failed && report.schedules < count
if (isCut) console.log('A process ended before it had told how it went.')
console.log(boardOf(report))
console.log(`${values.engine}, seed ${seed}, ${hands} processes, ${Math.round((Date.now() - started) / 1_000)} s`)
const missed = [...missedFaults(report), ...missedLooks(report)]
if (missed.length > 0) console.log(`Too seldom: ${missed.join(', ')}`)
if (report.failed) {
  const { schedule, invariant, what } = report.failed
  console.log(`\nSeed ${schedule.seed} breaks ${invariant}: ${what}`)
  const few = await shrunk(schedule, invariant, engine)
  const folder = join(import.meta.dirname, 'kept')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${invariant}-${schedule.seed}.json`), `${JSON.stringify(few, null, 2)}\n`)
  console.log(`${few.steps.length} of its ${schedule.steps.length} steps are enough; they are in tests/simulation/kept`)
}
own?.stop()
hand.discard()
process.exitCode = report.failed || isCut || missed.length > 0 ? 1 : 0
