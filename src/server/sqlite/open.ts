import { newEpoch } from '../sql/ledger.ts'
import { refuseVersion } from '../sql/schema-version.ts'
import { connect, type SqliteConnection } from './connection.ts'
import { steps } from './steps.ts'

/** What is acknowledged survives a power cut, or the server does not start. */
const makeDurable = (db: SqliteConnection) => {
  const mode = db.one('PRAGMA journal_mode = WAL')
  db.exec('PRAGMA synchronous = FULL')
  db.exec('PRAGMA foreign_keys = ON')
  const is = (name: string) => Object.values(db.one(`PRAGMA ${name}`) ?? {})[0]
  if (mode?.journal_mode !== 'wal' || is('synchronous') !== 2 || is('foreign_keys') !== 1)
    throw new Error('The database cannot be kept safely on this disk (WAL, synchronous=FULL)')
}

/** A push of thousands of rows touches more pages than SQLite keeps and lets wait by itself: it would write them twice. */
const makeRoom = (db: SqliteConnection) => {
  db.exec('PRAGMA cache_size = -16000')
  db.exec('PRAGMA wal_autocheckpoint = 4000')
}

const versionOf = (db: SqliteConnection) => Number(db.one('PRAGMA user_version')?.user_version)

const climb = (db: SqliteConnection, upTo: number, mayClimb: boolean) => {
  // Two processes may start at once: the second finds the steps done.
  db.exec('BEGIN IMMEDIATE')
  try {
    const version = versionOf(db)
    refuseVersion(version, upTo, mayClimb)
    for (const step of steps.slice(version, upTo)) db.exec(step)
    db.exec(`PRAGMA user_version = ${upTo}`)
    db.run("INSERT INTO server VALUES ('epoch', ?) ON CONFLICT DO NOTHING", newEpoch())
    db.exec('COMMIT')
  } catch (error) {
    if (db.inTransaction()) db.exec('ROLLBACK')
    throw error
  }
}

/** `upTo`: an earlier schema, see steps.ts; `mayClimb`: see schema-version.ts. */
export type Opening = { upTo?: number; mayClimb?: boolean }

/**
 * A connection that writes and one that reads beside it, the schema being up to date.
 * @throws when the disk cannot keep what it is given, or the database is of another version.
 */
export const openFile = (
  file: string,
  { upTo = steps.length, mayClimb = true }: Opening = {},
): { writer: SqliteConnection; reader: SqliteConnection } => {
  const writer = connect(file)
  try {
    makeDurable(writer)
    makeRoom(writer)
    climb(writer, upTo, mayClimb)
  } catch (error) {
    writer.close()
    throw error
  }
  const reader = connect(file)
  reader.exec('PRAGMA query_only = ON')
  return { writer, reader }
}
