import { inTurn } from '../in-turn.ts'
import type { Connection, Database } from '../sql/database.ts'
import { openBreath } from './breath.ts'
import type { SqliteConnection } from './connection.ts'
import { type Opening, openFile } from './open.ts'
import { writersOn } from './writers.ts'

const connectionOf = (db: SqliteConnection): Connection => ({
  // The order of the join is ours: left to the planner, it walks all rows for each name.
  named: (columns, table) =>
    `SELECT ${columns} FROM (SELECT value ->> 'tbl' AS named, value ->> 'id' AS as_id FROM json_each(?))
     CROSS JOIN ${table} WHERE campus = ? AND tbl = named AND id = as_id`,
  all: async (sql, ...values) => db.all(sql, ...values),
  one: async (sql, ...values) => db.one(sql, ...values),
  run: async (sql, ...values) => db.run(sql, ...values),
  insert: async (into, lines, after) => db.insert(into, lines, after),
})

const transaction = async <T>(db: SqliteConnection, act: () => Promise<T>): Promise<T> => {
  db.exec('BEGIN')
  try {
    const result = await act()
    db.exec('COMMIT')
    return result
  } catch (error) {
    if (db.inTransaction()) db.exec('ROLLBACK')
    throw error
  }
}

/** Readers come one after the other as well: a transaction is the connection's. */
const readersOn = (db: SqliteConnection) => {
  const [turn, breath] = [inTurn(), openBreath()]
  let waiting = 0
  return <T>(act: () => Promise<T>): Promise<T> => {
    waiting += 1
    return turn(async () => {
      if (waiting === 1) breath.rested()
      else await breath.take()
      waiting -= 1
      return transaction(db, act)
    })
  }
}

/**
 * One SQLite file. Transactions of this process take their turn; another process (the admin's command, a second server)
 * is waited for up to 5 s.
 */
export const openSqlite = (file: string, opening?: Opening): Database => {
  const { writer, reader } = openFile(file, opening)
  const [writers, inReading] = [writersOn(writer), readersOn(reader)]
  const [write, read] = [connectionOf(writer), connectionOf(reader)]
  return {
    read: (_, act) => inReading(() => act(read)),
    write: (_, act) => writers.write(() => act(write)),
    close: async () => {
      await Promise.all([writers.close(), inReading(async () => {}).then(() => reader.close())])
    },
  }
}
