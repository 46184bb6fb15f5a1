import { cpus, loadavg } from 'node:os'
import buildOnce from '../tests/e2e/build-once.ts'
import { measureColdStart } from './cold-start.ts'
import { type Figure, tableOf } from './figure.ts'
import { measureFirstRoute } from './first-route.ts'
import { measureHeap } from './heap.ts'
import { measureLoad } from './load.ts'
import { measureOpen } from './open.ts'
import { measureSave } from './save.ts'
import { measureSearch } from './search.ts'
import { measureSync } from './sync.ts'
import { measureTapToRow } from './tap-to-row.ts'

// usage: run.ts [measure …]     prints each measure's figures in one table; all of them unless some are named
const measures: Record<string, () => Promise<Figure[]>> = {
  save: measureSave,
  'tap-to-row': measureTapToRow,
  'cold-start': measureColdStart,
  search: measureSearch,
  'first-route': measureFirstRoute,
  open: measureOpen,
  heap: measureHeap,
  sync: measureSync,
  load: measureLoad,
}
const asked = process.argv.slice(2)
const forget = buildOnce()
const before = loadavg()
const figures: Figure[] = []
try {
  for (const [name, measure] of Object.entries(measures)) {
    if (asked.length > 0 && !asked.includes(name)) continue
    console.error(`measuring ${name} …`)
    figures.push(...(await measure()))
  }
} finally {
  forget?.()
}
const load = (when: string, [minute = 0]: number[]) => `load ${minute.toFixed(1)} ${when}`
const machine = `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}`
const loads = `${load('before', before)}, ${load('after', loadavg())}; alone it is below the number of processors`
console.log(`\n${machine}\n${loads}\n\n${tableOf(figures)}`)
