import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { databaseIn } from '../../src/server/postgres/database.ts'
import { openPool } from '../../src/server/postgres/open.ts'
import type { Database } from '../../src/server/sql/database.ts'
import { openSqlite } from '../../src/server/sqlite/database.ts'
import { newDatabase } from '../postgres/cluster.ts'

/** In memory where there is a place for it: a disk would be most of what a schedule costs. */
const place = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** An empty database, and what throws it away. */
export type Opened = { database: Database; discard: () => Promise<void> }
/** Gives one after the other. */
export type Engine = () => Promise<Opened>

setFlagsFromString('--expose-gc')
/** libsql gives the memory of a database back, and its file, only once its statements are collected. */
const collect = runInNewContext('gc') as () => void

export const sqlite: Engine = async () => {
  const folder = mkdtempSync(join(place, 'maillage-simulation-'))
  const database = openSqlite(join(folder, 'maillage.db'))
  const discard = async () => {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
    collect()
  }
  return { database, discard }
}

/** In the PostgreSQL server of this folder, which takes all databases with it in the end. */
export const postgresIn =
  (cluster: string): Engine =>
  async () => {
    const database = databaseIn(await openPool(await newDatabase(cluster)))
    return { database, discard: database.close }
  }
