import { inTurn } from '../in-turn.ts'
import type { Connection, Database } from '../sql/database.ts'
import type { SqliteConnection } from './connection.ts'
import { openFile } from './open.ts'

const connectionOf = (db: SqliteConnection): Connection => ({
  each: 'json_each(?)',
  all: async (sql, ...values) => db.all(sql, ...values),
  one: async (sql, ...values) => db.one(sql, ...values),
  run: async (sql, ...values) => db.run(sql, ...values),
  insert: async (into, lines, after) => db.insert(into, lines, after),
})

const transaction = async <T>(db: SqliteConnection, begin: string, act: () => Promise<T>): Promise<T> => {
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
 * One SQLite file. Transactions of this process take their turn; another process (the admin's command, a second server)
 * is waited for up to 5 s.
 */
export const openSqlite = (file: string): Database => {
  const { writer, reader } = openFile(file)
  const [writes, reads] = [inTurn(), inTurn()]
  const [write, read] = [connectionOf(writer), connectionOf(reader)]
  return {
    read: (_, act) => reads(() => transaction(reader, 'BEGIN', () => act(read))),
    write: (_, act) => writes(() => transaction(writer, 'BEGIN IMMEDIATE', () => act(write))),
    close: async () => {
      await Promise.all([writes(async () => writer.close()), reads(async () => reader.close())])
    },
  }
}
