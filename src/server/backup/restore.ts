import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Connection, type Database, every } from '../sql/database.ts'
import { renewIn } from '../sql/ledger.ts'
import { openSqlite } from '../sqlite/database.ts'
import { steps } from '../sqlite/steps.ts'
import { BackupError, type Header, readBackup, writeBackup } from './file.ts'
import { linesIn, putLines, type Some } from './lines.ts'
import { tables } from './tables.ts'

/** The schema of today, by SQLite's count, which is PostgreSQL's too. */
const schema = steps.length

const has = async (db: Connection, table: 'campuses' | 'devices') =>
  (await db.one(`SELECT 1 AS there FROM ${table} LIMIT 1`)) !== undefined

/**
 * All that the database keeps as of one moment, while others go on writing.
 * @throws BackupError when the file is there, or nothing is to be kept: a wrong folder would make empty backups for months.
 */
export const backUp = async (database: Database, file: string): Promise<void> => {
  if (existsSync(file)) throw new BackupError(`${file} existe déjà : donnez un autre nom.`)
  await database.read(every, async (db) => {
    if (!(await has(db, 'campuses')))
      throw new BackupError('La base n’a aucun espace, il n’y a rien à sauvegarder. Est-ce la bonne (MAILLAGE_DATA) ?')
    await writeBackup(file, schema, linesIn(db))
  })
}

type Act = (all: AsyncIterable<Some>) => Promise<void>
/** What an earlier version kept, brought to the schema of today in a database of its own. */
const climbed = async ({ schema: from, tables: were }: Header, all: AsyncIterable<Some>, act: Act) => {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-restore-'))
  const file = join(folder, 'maillage.db')
  const names = were.map(([name]) => name)
  try {
    const then = openSqlite(file, { upTo: from })
    await then.write(every, (db) => putLines(db, names, all)).finally(() => then.close())
    const now = openSqlite(file)
    await now.read(every, (db) => act(linesIn(db))).finally(() => now.close())
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Puts a backup in the place of all that is there, in one transaction: a server that is running answers from it at its next
 * request, and phones bring back what it did not have. `aside`: where to keep what was there; needed when somebody entered.
 * @throws BackupError; nothing was changed then.
 */
export const restore = async (
  { database, now }: { database: Database; now: number },
  file: string,
  aside?: string,
): Promise<Header> => {
  const { header, all } = await readBackup(file, schema)
  if (await database.read(every, (db) => has(db, 'devices'))) {
    if (!aside)
      throw new BackupError(
        'La base a déjà des membres : ajoutez --replace pour la remplacer (elle sera gardée à côté).',
      )
    await backUp(database, aside)
  }
  const put = (lines: AsyncIterable<Some>) =>
    database.write(every, async (db) => {
      const names = tables.map(({ name }) => name)
      await putLines(db, names, lines)
      await renewIn(db, now)
    })
  await (header.schema === schema ? put(all()) : climbed(header, all(), put))
  return header
}
