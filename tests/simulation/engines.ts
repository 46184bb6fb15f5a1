import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { databaseIn } from '../../src/server/postgres/database.ts'
import { openPool } from '../../src/server/postgres/open.ts'
import { type Database, every } from '../../src/server/sql/database.ts'
import { openSqlite } from '../../src/server/sqlite/database.ts'
import { newDatabase } from '../postgres/cluster.ts'

/** In memory where there is a place for it: a disk would be most of what a schedule costs. */
const place = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** An empty database, and what throws it away. */
export type Opened = { database: Database; discard: () => Promise<void> }
/** Gives one after the other. */
export type Engine = () => Promise<Opened>

/** Used again: to empty one takes less than to open another. */
const emptied: Database[] = []

const openInPlace = () => {
  const folder = mkdtempSync(join(place, 'maillage-simulation-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return openSqlite(join(folder, 'maillage.db'))
}

/** All but what the server knows of itself. */
const empty = (database: Database) =>
  database.write(every, async (db) => {
    const tables = await db.all("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'server'")
    for (const { name } of tables.toReversed()) await db.run(`DELETE FROM ${name}`)
  })

export const sqlite: Engine = async () => {
  const database = emptied.pop() ?? openInPlace()
  return { database, discard: () => empty(database).then(() => void emptied.push(database)) }
}

/** In the PostgreSQL server of this folder, which takes all databases with it in the end. */
export const postgresIn =
  (cluster: string): Engine =>
  async () => {
    const database = databaseIn(await openPool(await newDatabase(cluster)))
    return { database, discard: database.close }
  }
