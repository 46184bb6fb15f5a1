import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { openPostgresLedger } from '../../../src/server/postgres/ledger.ts'
import { asSuperuser, type Cluster, newDatabase, startCluster } from '../../postgres/cluster.ts'
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

test('a role that passes by the wall between campuses is refused, and so is a database of a newer version', async () => {
  const url = await newDatabase(cluster.folder)
  await expect(openPostgresLedger(asSuperuser(url))).rejects.toThrow('row-level security')
})
