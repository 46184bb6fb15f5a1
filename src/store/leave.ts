import type { Space } from './space.ts'

/** Closes a database that is shown no longer, once what was being written into it is written. */
export const leaveSpace = async ({ db }: Space): Promise<void> => {
  try {
    // It waits for its turn behind all of them. Asked where it is closed already, it would open it again.
    if (db.isOpen()) await db.transaction('rw', db.tables, () => db.table('meta').get('mark'))
  } finally {
    db.close()
  }
}
