import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Ledger } from './ledger.ts'
import { openSqliteLedger } from './sqlite/ledger.ts'

/** The ledger of a folder, made when it is not there. @throws in one line that names the folder. */
export const openLedger = (dataDir: string): Ledger => {
  try {
    // Only the server's own user reads what people wrote.
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    return openSqliteLedger(join(dataDir, 'maillage.db'))
  } catch (error) {
    throw new Error(`La base de ${dataDir} ne s’ouvre pas : ${(error as Error).message}`)
  }
}
