import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { connect } from '../../../src/server/sqlite/connection.ts'
import { openSqliteLedger } from '../../../src/server/sqlite/ledger.ts'

test.each([
  ['a backup', 0],
  ['a backup of after a restore', 1],
])('%s that is put back twice gives no number twice', async (_, before) => {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const backup = join(folder, 'backup.db')
  let now = Date.UTC(2026, 10, 29)
  const first = openSqliteLedger(backup, () => now)
  await first.addCampus({ id: 'c1' })
  await first.write('c1', (at) => at.raise(7))
  for (let times = 0; times < before; times += 1) await first.renewEpoch()
  const last = await first.write('c1', (at) => at.raise(1))
  await first.close()
  now += 60_000

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
  expect(one).toBeGreaterThan(last)
  expect(other).toBeGreaterThan(one + 499)
})
