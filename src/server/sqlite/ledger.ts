import { inTurn } from '../in-turn.ts'
import type { Ledger } from '../ledger.ts'
import type { Connection } from './connection.ts'
import { campusOf } from './lines.ts'
import { newEpoch, openFile } from './open.ts'
import { readingOf } from './reading.ts'
import { writingOf } from './writing.ts'

/** Further than any timeline goes between a backup and its restore. */
const LEAP = 1_000_000_000
/** One backup may be put back twice: so many numbers a ms of the clock keep the second timeline off the first. */
const PER_MS = 1_000

const transaction = async <T>(db: Connection, begin: string, act: () => Promise<T>): Promise<T> => {
  db.exec(begin)
  try {
    const result = await act()
    db.exec('COMMIT')
    return result
  } catch (error) {
    if (db.inTransaction()) db.exec('ROLLBACK')
    throw error
  }
}

/**
 * The ledger in one SQLite file. Transactions of this process take their turn; another process (the admin's command, a
 * second server) is waited for up to 5 s.
 */
export const openSqliteLedger = (file: string, now: () => number = Date.now): Ledger => {
  const { writer, reader } = openFile(file)
  const [writes, reads] = [inTurn(), inTurn()]
  const writing = <T>(act: () => Promise<T>) => writes(() => transaction(writer, 'BEGIN IMMEDIATE', act))
  const reading = <T>(act: () => Promise<T>) => reads(() => transaction(reader, 'BEGIN', act))
  return {
    renewEpoch: () =>
      writing(async () => {
        writer.run("UPDATE server SET value = ? WHERE key = 'epoch'", newEpoch())
        writer.run('UPDATE campuses SET seq = max(seq + ?, ?)', LEAP, now() * PER_MS)
      }),
    read: (campus, act) => reading(() => act(readingOf(reader, campus))),
    write: (campus, act) => writing(() => act(writingOf(writer, campus, now))),
    campuses: () => reading(async () => reader.all('SELECT * FROM campuses ORDER BY created, id').map(campusOf)),
    addCampus: ({ id, name = null, kind = null }) =>
      writing(async () =>
        writer.run('INSERT INTO campuses (id, name, kind, created) VALUES (?, ?, ?, ?)', ...[id, name, kind, now()]),
      ),
    campusOfLink: (digest) =>
      reading(async () => {
        const line = reader.one('SELECT campus FROM links WHERE token = ? OR code = ?', digest, digest)
        return line && String(line.campus)
      }),
    dropEnded: ({ links, sessions, blobs }) =>
      writing(async () => {
        writer.run('DELETE FROM links WHERE expires < ?', links)
        writer.run('DELETE FROM sessions WHERE seen < ?', sessions)
        writer.run('DELETE FROM blobs WHERE received < size AND created < ?', blobs)
      }),
    close: async () => {
      await Promise.all([writes(async () => writer.close()), reads(async () => reader.close())])
    },
  }
}
