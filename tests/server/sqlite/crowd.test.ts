import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openSqliteLedger } from '../../../src/server/sqlite/ledger.ts'

test('who is short does not wait for who is long: a crowd is known before the second of them is done', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-'))
  const ledger = openSqliteLedger(join(folder, 'maillage.db'))
  onTestFinished(async () => {
    await ledger.close()
    rmSync(folder, { recursive: true, force: true })
  })
  await ledger.addCampus({ id: 'c' })
  const order: string[] = []
  const long = async () => {
    for (const end = performance.now() + 50; performance.now() < end; );
    order.push('long')
  }
  const brings = Array.from({ length: 3 }, () => ledger.write('c', long))
  const looks = Array.from({ length: 40 }, () => ledger.read('c', async () => void order.push('short')))
  await Promise.all([...brings, ...looks])
  expect(order.filter((one) => one === 'short')).toHaveLength(40)
  expect(order.lastIndexOf('short')).toBeLessThan(order.indexOf('long', order.indexOf('long') + 1))
})
