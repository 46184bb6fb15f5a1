import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Connection, type Database, every } from '../../../src/server/sql/database.ts'
import { connect } from '../../../src/server/sqlite/connection.ts'
import { openSqlite } from '../../../src/server/sqlite/database.ts'
import { writersOn } from '../../../src/server/sqlite/writers.ts'

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

test('who begins to write as it closes is refused, and what is written then is whole', async () => {
  for (let ticks = 0; ticks < 8; ticks += 1) {
    const at = openSqlite(join(folder, `closing${ticks}.db`))
    const before = at.write(every, put('k1'))
    const closed = at.close()
    await before
    for (let tick = 0; tick < ticks; tick += 1) await null
    const late = at.write(every, async (db) => {
      for (let tick = 0; tick < 8; tick += 1) await null
      await put('k2')(db)
    })
    const [outcome] = await Promise.allSettled([late, closed])
    if (outcome?.status === 'rejected') expect(String(outcome.reason)).toContain('not open')
  }
})

test('where what cannot be kept cannot be undone either, each hears so', async () => {
  const broken = writersOn({
    ...beside,
    exec: (sql) => {
      if (sql !== 'BEGIN IMMEDIATE') throw new Error('broken')
    },
    inTransaction: () => true,
  })
  const writing = [1, 2, 3].map(() => broken.write(async () => {}))
  expect(await outcomes(writing)).toEqual(['rejected', 'rejected', 'rejected'])
})

test('where one after the other fails, all else goes on', async () => {
  let turns = 0
  const timer = setInterval(() => {
    turns += 1
  })
  const slow = async () => {
    const until = performance.now() + 10
    while (performance.now() < until);
    throw new Error('not this one')
  }
  await outcomes(Array.from({ length: 20 }, () => write(slow)))
  clearInterval(timer)
  expect(turns).toBeGreaterThan(5)
})

test('another process comes in between, however many write without a pause', async () => {
  beside.exec('PRAGMA busy_timeout = 0')
  let isOver = false
  const busy = async () => {
    while (!isOver) await write((db) => db.run("UPDATE server SET value = value WHERE key = 'epoch'"))
  }
  const writing = [busy(), busy(), busy()]
  // As SQLite asks for a lock: each 100 ms.
  const comesIn = async () => {
    for (let tries = 0; tries < 40; tries += 1) {
      await new Promise((go) => setTimeout(go, 100))
      try {
        beside.exec('BEGIN IMMEDIATE')
        beside.exec('ROLLBACK')
        return true
      } catch {}
    }
    return false
  }
  const came = await comesIn()
  isOver = true
  await outcomes(writing)
  expect(came).toBe(true)
})
