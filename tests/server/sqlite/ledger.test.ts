import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openSqliteLedger } from '../../../src/server/sqlite/ledger.ts'
import { ledgerContract } from '../ledger-contract.ts'

ledgerContract(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-'))
  const file = join(folder, 'maillage.db')
  const open = async () => {
    const ledger = openSqliteLedger(file)
    onTestFinished(() => ledger.close())
    return ledger
  }
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return { ledger: await open(), second: open }
})
