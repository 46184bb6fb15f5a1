import type { Ledger } from '../ledger.ts'
import { ledgerIn } from '../sql/ledger.ts'
import { openSqlite } from './database.ts'

/** The ledger in one SQLite file. `now`: ms since 1970. */
export const openSqliteLedger = (file: string, now: () => number = Date.now): Ledger => ledgerIn(openSqlite(file), now)
