import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { Ledger } from '../../src/server/ledger.ts'
import { openPokes, type Pokes } from '../../src/server/pokes.ts'
import { openPostgresLedger } from '../../src/server/postgres/ledger.ts'
import type { Database } from '../../src/server/sql/database.ts'
import { ledgerIn } from '../../src/server/sql/ledger.ts'
import { openSqlite } from '../../src/server/sqlite/database.ts'
import { ask, newDatabase } from '../postgres/cluster.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the PostgreSQL server in which this run keeps all; absent: it keeps it in SQLite. */
    cluster?: string
  }
}

/** An empty ledger in the database this run is about, until it is closed. */
export type Kept = {
  database: Database
  ledger: Ledger
  pokes: Pokes
  /** All that is written in it, as whoever gets hold of its disk would read it. */
  written(): Promise<string>
  close(): Promise<void>
}

const inPostgres = async (cluster: string, now: () => number): Promise<Kept> => {
  const url = await newDatabase(cluster)
  const { database, ledger, pokes } = await openPostgresLedger(url, now)
  const written = async () => {
    const tables = await ask(
      url,
      `SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    )
    const lines = await Promise.all(tables.map(({ relname }) => ask(url, `SELECT t::text AS line FROM "${relname}" t`)))
    return lines
      .flat()
      .map(({ line }) => line)
      .join('\n')
  }
  return { database, ledger, pokes, written, close: () => ledger.close() }
}

const inSqlite = (now: () => number): Kept => {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-'))
  const file = join(folder, 'maillage.db')
  const database = openSqlite(file)
  const ledger = ledgerIn(database, now)
  return {
    database,
    ledger,
    pokes: openPokes(),
    written: async () => ['', '-wal'].map((end) => readFileSync(`${file}${end}`, 'latin1')).join(),
    close: async () => {
      await ledger.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export const openKept = async (now: () => number = Date.now): Promise<Kept> => {
  const cluster = inject('cluster')
  return cluster ? inPostgres(cluster, now) : inSqlite(now)
}
