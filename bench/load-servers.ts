import { readFileSync } from 'node:fs'
import type { Place } from '../src/server/open-keeping.ts'
import { type RunningServer, startServer } from '../tests/e2e/app-server.ts'
import { type Cluster, newDatabase } from '../tests/postgres/cluster.ts'
import type { Seat } from '../tests/server/live-phone.ts'
import { seated } from './load-seats.ts'
import { withFolder } from './temporary.ts'

/** How a server is run: SQLite is one process's own. */
export type Setting = { engine: 'SQLite' | 'PostgreSQL'; processes: number }
export const settings: readonly Setting[] = [
  { engine: 'SQLite', processes: 1 },
  { engine: 'PostgreSQL', processes: 1 },
  { engine: 'PostgreSQL', processes: 2 },
]
export const nameOf = ({ engine, processes }: Setting): string =>
  `${engine}${processes > 1 ? `, ${processes} processes` : ''}`

/** Who has a phone, and the servers they are spread over. */
export type Served = {
  seats: Seat[]
  urlOf: (seat: number) => string
  /** In MB, of the largest process. */
  peak: () => number
  /** What the processes together have worked so far, in s. */
  worked: () => number
}

/** The most memory a process ever held, in MB, as Linux counts it. */
const peakOf = ({ pid }: RunningServer): number => {
  const [, kib] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return (Number(kib) * 1_024) / 1_000_000
}

/** The processor time it took, in s; Linux counts it in hundredths. */
const workedBy = ({ pid }: RunningServer): number => {
  const [, ...fields] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
  const [user, system] = fields.join().split(' ').slice(11, 13).map(Number)
  return ((user ?? 0) + (system ?? 0)) / 100
}

/** The built server over a database of its own, in which so many spaces have so many members each. */
export const withServers = <T>(
  { engine, processes }: Setting,
  cluster: Cluster,
  [spaces, members]: readonly [spaces: number, members: number],
  use: (served: Served) => Promise<T>,
): Promise<T> =>
  withFolder(async (dataDir) => {
    const databaseUrl = engine === 'PostgreSQL' ? await newDatabase(cluster.folder) : undefined
    const place: Place = { dataDir, databaseUrl }
    const seats = await seated(place, spaces, members)
    const env: Record<string, string> = databaseUrl ? { MAILLAGE_DATABASE_URL: databaseUrl } : {}
    const servers: RunningServer[] = []
    try {
      for (let n = 0; n < processes; n += 1) servers.push(await startServer({ dataDir, env }))
      return await use({
        seats,
        urlOf: (seat) => (servers[seat % processes] as RunningServer).url,
        peak: () => Math.max(...servers.map(peakOf)),
        worked: () => servers.map(workedBy).reduce((sum, one) => sum + one, 0),
      })
    } finally {
      for (const server of servers) await server.stop()
    }
  })
