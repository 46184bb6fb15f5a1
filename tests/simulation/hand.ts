import './lot.ts'
import { parseArgs } from 'node:util'
import { postgresIn, sqlite } from './engines.ts'
import { runSchedules, schedulesFrom } from './run-schedules.ts'
import type { Schedule } from './steps.ts'

// One process of several, forked: hand.ts --schedules=N --seed=S [--cluster=the folder of a PostgreSQL that runs]
const { values } = parseArgs({
  options: {
    schedules: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    cluster: { type: 'string' },
  },
})

/** Tells of each schedule as it begins: whoever waits knows that it goes on. */
function* telling(schedules: Iterable<Schedule>): Generator<Schedule> {
  for (const schedule of schedules) {
    process.send?.({ begun: schedule.seed })
    yield schedule
  }
}

const engine = values.cluster ? postgresIn(values.cluster) : sqlite
process.send?.(await runSchedules(telling(schedulesFrom(Number(values.seed), Number(values.schedules))), engine))
process.disconnect()
