import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { mutants } from './mutants.ts'
import { type Killed, openWorkshop } from './workshop.ts'

// usage: main.ts [--schedules N] [--seed S] [--only parts,of,names]
const { values } = parseArgs({
  options: {
    schedules: { type: 'string', default: '600' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
  },
})
const started = Date.now()
const waiting = mutants.filter(({ name }) => values.only.split(',').some((part) => name.includes(part)))
const board = new Map<string, Killed>(waiting.map(({ name }) => [name, undefined]))
const queue = [...waiting]

/** Without a fault nothing may go red: what cannot even start would kill every mutant. */
const sound = openWorkshop(20, Number(values.seed))
const red: string[] = []
for (const by of new Set(waiting.map((mutant) => mutant.by)))
  if (await sound.looksFor({ name: 'no fault', cuts: [], ...(by && { by }) })) red.push(by ?? 'the simulation')
sound.close()
if (red.length > 0) {
  console.error(`Red without a fault: ${red.join(', ')}`)
  process.exit(1)
}

const hand = async () => {
  const workshop = openWorkshop(Number(values.schedules), Number(values.seed))
  try {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const killed = await workshop.looksFor(next)
      board.set(next.name, killed)
      if (!killed) console.error(`${next.name}: survives`)
    }
  } finally {
    workshop.close()
  }
}
await Promise.all(Array.from({ length: Math.min(availableParallelism(), waiting.length) }, hand))

const line = (name: string, by: string, after: string) => `${name.padEnd(56)}${by.padEnd(26)}${after.padStart(10)}`
console.log(line('mutant', 'killed by', 'schedules'))
for (const [name, killed] of board) console.log(line(name, killed?.by ?? 'SURVIVES', String(killed?.schedules ?? '')))
const alive = [...board.values()].filter((killed) => killed === undefined).length
console.log(`\n${board.size} mutants, ${alive} alive, ${Math.round((Date.now() - started) / 1_000)} s`)
process.exitCode = alive > 0 || board.size === 0 ? 1 : 0
