import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Connection, type Database, every } from '../../../src/server/sql/database.ts'
import { connect } from '../../../src/server/sqlite/connection.ts'
import { openSqlite } from '../../../src/server/sqlite/database.ts'

let folder: string
let database: Database
/** Sees what is committed, and no more. */
let beside: ReturnType<typeof connect>
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'maillage-'))
  database = openSqlite(join(folder, 'maillage.db'))
  beside = connect(join(folder, 'maillage.db'))
})
afterEach(async () => {
  beside.close()
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

const kept = () => beside.all("SELECT key FROM server WHERE key LIKE 'k%' ORDER BY key").map(({ key }) => key)
const put = (key: string) => (db: Connection) => db.run('INSERT INTO server VALUES (?, ?)', key, '')
const failing = (key: string) => async (db: Connection) => {
  await put(key)(db)
  throw new Error('not this one')
}
const write = (act: (db: Connection) => Promise<void>) => database.write(every, act)
const outcomes = async (writing: readonly Promise<void>[]) =>
  (await Promise.allSettled(writing)).map(({ status }) => status)

test('of those who write at once one that fails is undone alone', async () => {
  const all = [put('k1'), failing('k2'), put('k3'), failing('k4'), put('k5')].map(write)
  expect(await outcomes(all)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled'])
  expect(kept()).toEqual(['k1', 'k3', 'k5'])
})

test('the first that fails takes nobody with it', async () => {
  expect(await outcomes([failing('k1'), put('k2')].map(write))).toEqual(['rejected', 'fulfilled'])
  expect(kept()).toEqual(['k2'])
})

test('nobody hears that it is kept before it is', async () => {
  const names = Array.from({ length: 20 }, (_, n) => `k${n}`)
  await Promise.all(
    names.map(async (name) => {
      await write(put(name))
      expect(kept()).toContain(name)
    }),
  )
})

test('where the database undoes all by itself, all who shared it hear so, and the next go on', async () => {
  const undoing = async (db: Connection) => {
    await db.run('ROLLBACK')
    throw new Error('disk full')
  }
  const all = await Promise.allSettled([put('k1'), undoing, put('k3')].map(write))
  expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled'])
  expect((all[0] as PromiseRejectedResult).reason.message).toBe('disk full')
  expect(kept()).toEqual(['k3'])
})

test('what waits to be written is written before the database closes', async () => {
  const writing = ['k1', 'k2', 'k3'].map((key) => write(put(key)))
  await database.close()
  expect(await outcomes(writing)).toEqual(['fulfilled', 'fulfilled', 'fulfilled'])
  expect(kept()).toEqual(['k1', 'k2', 'k3'])
  database = openSqlite(join(folder, 'again.db'))
})
