import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Ledger } from './ledger.ts'
import { openPokes, type Pokes } from './pokes.ts'
import type { Database } from './sql/database.ts'
import { ledgerIn } from './sql/ledger.ts'
import { openSqlite } from './sqlite/database.ts'

/** What keeps all, and what tells of it: in PostgreSQL where an address is given, else in a folder, made if need be. */
export type Keeping = { database: Database; ledger: Ledger; pokes: Pokes }
/** As in config.ts. */
export type Place = { dataDir: string; databaseUrl?: string | undefined }

/**
 * `mayClimb`: see sql/schema-version.ts.
 * @throws in one line that names the folder or the database, without its password.
 */
export const openKeeping = async ({ dataDir, databaseUrl }: Place, mayClimb = true): Promise<Keeping> => {
  try {
    // Loaded only where it is used: most servers never need it.
    if (databaseUrl)
      return await (await import('./postgres/ledger.ts')).openPostgresLedger(databaseUrl, Date.now, mayClimb)
    // Only the server's own user reads what people wrote.
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    const database = openSqlite(join(dataDir, 'maillage.db'), { mayClimb })
    return { database, ledger: ledgerIn(database, Date.now), pokes: openPokes() }
  } catch (error) {
    const { message, code } = error as Error & { code?: string }
    const place = databaseUrl ? `PostgreSQL ${new URL(databaseUrl).pathname.slice(1)}` : `de ${dataDir}`
    throw new Error(`La base ${place} ne s’ouvre pas : ${message || code}`)
  }
}
