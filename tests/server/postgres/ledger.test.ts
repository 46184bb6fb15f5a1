import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { openPostgresLedger } from '../../../src/server/postgres/ledger.ts'
import { openPool } from '../../../src/server/postgres/open.ts'
import { ask, asSuperuser, type Cluster, newDatabase, startCluster } from '../../postgres/cluster.ts'
import { ledgerContract } from '../ledger-contract.ts'

let cluster: Cluster
beforeAll(async () => {
  cluster = await startCluster()
}, 120_000)
afterAll(() => cluster?.stop())

ledgerContract(async () => {
  const url = await newDatabase(cluster.folder)
  const open = async () => {
    const { ledger } = await openPostgresLedger(url)
    onTestFinished(() => ledger.close())
    return ledger
  }
  return { ledger: await open(), second: open }
})

test('a role that passes by the wall between campuses is refused', async () => {
  const url = await newDatabase(cluster.folder)
  await expect(openPostgresLedger(asSuperuser(url))).rejects.toThrow('row-level security')
})

test('a database of another version is refused: a newer one by all, an earlier one by what may not bring it up', async () => {
  const url = await newDatabase(cluster.folder)
  await expect(openPool(url).then((pool) => pool.end())).resolves.toBe(undefined)
  const setVersion = (version: number) => ask(url, `UPDATE server SET value = '${version}' WHERE key = 'version'`)
  await setVersion(99)
  await expect(openPool(url)).rejects.toThrow(/version plus récente/)
  await setVersion(1)
  await expect(openPool(url, false)).rejects.toThrow(/version antérieure/)
})

test('each connection goes by the indexes, also where its address names options', async () => {
  const url = new URL(await newDatabase(cluster.folder))
  url.searchParams.set('options', '-c work_mem=5MB')
  const pool = await openPool(url.href)
  onTestFinished(() => pool.end())
  const settings = "SELECT current_setting('enable_seqscan') AS seqscan, current_setting('work_mem') AS mem"
  const two = await Promise.all([1, 2].map(() => pool.query(settings)))
  expect(two.flatMap(({ rows }) => rows)).toEqual([1, 2].map(() => ({ seqscan: 'off', mem: '5MB' })))
})
