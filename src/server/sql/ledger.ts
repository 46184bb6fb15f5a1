import { randomBytes } from 'node:crypto'
import type { Ledger } from '../ledger.ts'
import { type Connection, type Database, every } from './database.ts'
import { campusOf } from './lines.ts'
import { noteLost } from './lost-numbers.ts'
import { readingOf } from './reading.ts'
import { writingOf } from './writing.ts'

/** So many numbers a ms of the clock keep each timeline off those before it, also where one backup is put back twice. */
const PER_MS = 1_000
/** Where the clock stands behind the numbers: further than any timeline goes between a backup and its restore. */
const LEAP = 1_000_000_000

export const newEpoch = (): string => randomBytes(6).toString('base64url')

/** Another epoch, and numbers that leap: see `renewEpoch` of ledger.ts. `now`: ms since 1970. */
export const renewIn = async (db: Connection, now: number): Promise<void> => {
  await db.run("UPDATE server SET value = ? WHERE key = 'epoch'", newEpoch())
  const least = now * PER_MS
  await noteLost(db, (seq) => (seq < least ? least : seq + LEAP))
  await db.run('UPDATE campuses SET seq = CASE WHEN seq < ? THEN ? ELSE seq + ? END', ...[least, least, LEAP])
}

/** The ledger in a database, in the words both know. */
export const ledgerIn = (database: Database, now: () => number): Ledger => ({
  renewEpoch: () => database.write(every, (db) => renewIn(db, now())),
  read: (campus, act) => database.read(campus, (db) => act(readingOf(db, campus))),
  write: (campus, act) => database.write(campus, (db) => act(writingOf(db, campus, now))),
  campuses: () =>
    database.read(every, async (db) => (await db.all('SELECT * FROM campuses ORDER BY created, id')).map(campusOf)),
  addCampus: ({ id, name = null, kind = null }) =>
    database.write(every, (db) =>
      db.run('INSERT INTO campuses (id, name, kind, created) VALUES (?, ?, ?, ?)', ...[id, name, kind, now()]),
    ),
  campusOfLink: (digest) =>
    database.read(every, async (db) => {
      const line = await db.one('SELECT campus FROM links WHERE token = ? OR code = ?', digest, digest)
      return line && String(line.campus)
    }),
  dropEnded: ({ links, sessions, blobs }) =>
    database.write(every, async (db) => {
      await db.run('DELETE FROM links WHERE expires < ?', links)
      await db.run('DELETE FROM sessions WHERE seen < ?', sessions)
      await db.run('DELETE FROM blobs WHERE received < size AND created < ?', blobs)
    }),
  close: () => database.close(),
})
