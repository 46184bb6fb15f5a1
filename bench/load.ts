import { tmpdir } from 'node:os'
import { startCluster } from '../tests/postgres/cluster.ts'
import type { Figure } from './figure.ts'
import { measureIdle } from './load-idle.ts'
import { measureReturn } from './load-return.ts'
import { settings, withServers } from './load-servers.ts'

/** So many phones of one space come back at once; one more is there already. */
const crowds = [50, 300]
/** Spaces in which nothing happens, and the phones open in each. */
const idle = [1_000, 3] as const

export const measureLoad = async (): Promise<Figure[]> => {
  // On disk, as SQLite's file is.
  const cluster = await startCluster(tmpdir())
  const figures: Figure[] = []
  try {
    for (const setting of settings) {
      const measure = async (of: readonly [number, number], what: typeof measureReturn) =>
        void figures.push(...(await withServers(setting, cluster, of, (served) => what(setting, served))))
      for (const phones of crowds) await measure([1, phones + 1], measureReturn)
      await measure(idle, measureIdle)
    }
    return figures
  } finally {
    cluster.stop()
  }
}
