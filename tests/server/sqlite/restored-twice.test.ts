import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { connect } from '../../../src/server/sqlite/connection.ts'
import { openSqliteLedger } from '../../../src/server/sqlite/ledger.ts'

test('one backup put back twice gives no number twice', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const backup = join(folder, 'backup.db')
  let now = Date.UTC(2026, 10, 29)
  const first = openSqliteLedger(backup, () => now)
  await first.addCampus({ id: 'c1' })
  await first.write('c1', (at) => at.raise(7))
  await first.close()

  /** The numbers of the first changes after the backup was put back. */
  const restored = async (file: string) => {
    const kept = connect(backup)
    kept.exec(`VACUUM INTO '${join(folder, file)}'`)
    kept.close()
    const ledger = openSqliteLedger(join(folder, file), () => now)
    await ledger.renewEpoch()
    const given = await ledger.write('c1', (at) => at.raise(500))
    await ledger.close()
    return given
  }
  const one = await restored('one.db')
  now += 60_000
  const other = await restored('other.db')
  expect(one).toBeGreaterThan(7)
  expect(other).toBeGreaterThan(one + 499)
})
