import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { boardOf, missedFaults, missedLooks, together } from './board.ts'
import { type Report, runSchedules, schedulesFrom } from './run-schedules.ts'
import { shrunk } from './shrink.ts'
import type { Schedule } from './steps.ts'

// usage: main.ts [--schedules N] [--seed S] [--engine sqlite]
const { values } = parseArgs({
  options: {
    schedules: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    engine: { type: 'string', default: 'sqlite' },
  },
})
const [count, seed] = [Number(values.schedules), Number(values.seed)]
if (values.engine === 'postgres') {
  console.error(
    'PostgreSQL is not there yet: it comes with its own issue, and the same seeds. Until then, --engine sqlite',
  )
  process.exit(2)
}
if (!(count > 0) || !Number.isInteger(seed) || values.engine !== 'sqlite') {
  console.error('usage: npm run simulate -- --schedules N --seed S [--engine sqlite]')
  process.exit(2)
}

/** Tells of each schedule as it begins: whoever waits knows that it goes on. */
function* telling(schedules: Iterable<Schedule>): Generator<Schedule> {
  for (const schedule of schedules) {
    process.send?.({ begun: schedule.seed })
    yield schedule
  }
}

if (process.send) {
  process.send(await runSchedules(telling(schedulesFrom(seed, count))))
  process.disconnect()
} else {
  const started = Date.now()
  const hands = Math.min(availableParallelism(), count)
  const reports = await Promise.all(
    Array.from({ length: hands }, async (_, hand): Promise<Report> => {
      const [from, to] = [hand, hand + 1].map((part) => Math.floor((count * part) / hands)) as [number, number]
      const child = fork(import.meta.filename, [`--schedules=${to - from}`, `--seed=${seed + from}`])
      for (;;) {
        const [message] = (await once(child, 'message')) as [Report | { begun: number }]
        if ('schedules' in message) return message
      }
    }),
  )
  const report = together(reports)
  console.log(boardOf(report))
  console.log(`seed ${seed}, ${hands} processes, ${Math.round((Date.now() - started) / 1_000)} s`)
  const missed = [...missedFaults(report), ...missedLooks(report)]
  if (missed.length > 0) console.log(`Too seldom: ${missed.join(', ')}`)
  if (report.failed) {
    const { schedule, invariant, what } = report.failed
    console.log(`\nSeed ${schedule.seed} breaks ${invariant}: ${what}`)
    const few = await shrunk(schedule, invariant)
    const folder = join(import.meta.dirname, 'kept')
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `${invariant}-${schedule.seed}.json`), `${JSON.stringify(few, null, 2)}\n`)
    console.log(
      `${few.steps.length} of its ${schedule.steps.length} steps are enough; they are in tests/simulation/kept`,
    )
  }
  process.exitCode = report.failed || missed.length > 0 ? 1 : 0
}
