import type { Ledger } from '../ledger.ts'
import type { Pokes } from '../pokes.ts'
import type { Database } from '../sql/database.ts'
import { ledgerIn } from '../sql/ledger.ts'
import { databaseIn } from './database.ts'
import { openPool } from './open.ts'
import { pokesThrough } from './pokes.ts'

/** The ledger in a PostgreSQL database, and pokes between all processes that share it. `now`: ms since 1970; `mayClimb`: see schema-version.ts. */
export const openPostgresLedger = async (
  url: string,
  now: () => number = Date.now,
  mayClimb = true,
): Promise<{ database: Database; ledger: Ledger; pokes: Pokes }> => {
  const pool = await openPool(url, mayClimb)
  const database = databaseIn(pool)
  const ledger = ledgerIn(database, now)
  const pokes = pokesThrough(url, pool, ledger)
  const close = async () => {
    await pokes.close()
    await ledger.close()
  }
  return { database, ledger: { ...ledger, close }, pokes }
}
