import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { backUp, restore } from '../../../src/server/backup/restore.ts'
import { createCampus } from '../../../src/server/entry/set-up.ts'
import { databaseIn } from '../../../src/server/postgres/database.ts'
import { openPool } from '../../../src/server/postgres/open.ts'
import type { Database, Value } from '../../../src/server/sql/database.ts'
import { ledgerIn } from '../../../src/server/sql/ledger.ts'
import { newDatabase, startCluster } from '../../postgres/cluster.ts'
import { allOf } from './all-lines.ts'

const startTwo = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-backup-'))
  const cluster = await startCluster()
  const url = await newDatabase(cluster.folder)
  const two = (await Promise.all([1, 2].map(async () => databaseIn(await openPool(url))))) as [Database, Database]
  const end = async () => {
    await Promise.all(two.map((database) => database.close()))
    cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { folder, two, end }
}

test('put back in PostgreSQL while two servers write: nothing is refused, kept in half, or numbered twice', async () => {
  const { folder, two, end } = await startTwo()
  const [target] = two
  const maker = { ledger: ledgerIn(target, Date.now), publicUrl: 'http://localhost', now: Date.now() }
  const { id: campus } = await createCampus(maker, 'Campus', 'campus')
  const file = join(folder, 'all.gz')
  await backUp(target, file)
  let [isOver, written] = [false, 0]
  const write = async (database: Database, name: string) => {
    const ledger = ledgerIn(database, Date.now)
    for (let at = 0; !isOver; at += 1)
      await ledger.write(campus, async (to) => {
        const [seq, row] = [await to.raise(1), `${name}-${at}`]
        await to.addDevice({ id: row, member: row, name: row })
        await to.putRows([{ table: 'people', row, seq, sole: null, state: '{}', digest: seq }])
        written += 1
      })
  }
  const writers = Promise.all(two.flatMap((database, at) => [write(database, `a${at}`), write(database, `b${at}`)]))
  onTestFinished(async () => {
    isOver = true
    await writers.catch(() => {})
    await end()
  })
  for (let time = 0; time < 4; time += 1) {
    const before = written
    await restore({ database: target, now: Date.now() }, file, join(folder, `aside-${time}.gz`))
    await expect.poll(() => written, { timeout: 30_000 }).toBeGreaterThan(before + 4)
  }
  isOver = true
  await writers
  const { rows = [], devices = [] } = (await allOf(target)) as Record<string, Value[][]>
  const named = (lines: Value[][], column: number) => lines.map((line) => line[column]).sort()
  expect(named(rows, 2)).toEqual(named(devices, 1))
  const numbers = rows.map((line) => line[3])
  expect(numbers.length).toBeGreaterThan(3)
  expect(new Set(numbers).size).toBe(numbers.length)
}, 120_000)
