import { inTurn } from '../in-turn.ts'
import { type Connection, type Database, keepable } from '../sql/database.ts'
import type { SqliteConnection } from './connection.ts'
import { type Opening, openFile } from './open.ts'

const connectionOf = (db: SqliteConnection): Connection => ({
  // The order of the join is ours: left to the planner, it walks all rows for each name.
  named: (columns, table) =>
    `SELECT ${columns} FROM (SELECT value ->> 'tbl' AS named, value ->> 'id' AS as_id FROM json_each(?))
     CROSS JOIN ${table} WHERE campus = ? AND tbl = named AND id = as_id`,
  all: async (sql, ...values) => db.all(sql, ...values.map(keepable)),
  one: async (sql, ...values) => db.one(sql, ...values.map(keepable)),
  run: async (sql, ...values) => db.run(sql, ...values.map(keepable)),
  insert: async (into, lines, after) =>
    db.insert(
      into,
      lines.map((line) => line.map(keepable)),
      after,
    ),
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

/** After so many ms of work at a stretch whatever else waits goes on. */
const STRETCH = 5

/**
 * One after the other; what takes long lets all else go on before the next: answers leave, and others are heard. What is
 * short does not: hundreds who return at once are known before the first of them is done, not one at a time between two.
 */
const inTurnWithBreath = () => {
  const turn = inTurn()
  let [waiting, since] = [0, performance.now()]
  return <T>(act: () => Promise<T>): Promise<T> => {
    waiting += 1
    return turn(async () => {
      if (waiting === 1) since = performance.now()
      else if (performance.now() - since > STRETCH) {
        await new Promise((go) => setImmediate(go))
        since = performance.now()
      }
      waiting -= 1
      return act()
    })
  }
}

/**
 * One SQLite file. Transactions of this process take their turn; another process (the admin's command, a second server)
 * is waited for up to 5 s.
 */
export const openSqlite = (file: string, opening?: Opening): Database => {
  const { writer, reader } = openFile(file, opening)
  const [writes, reads] = [inTurnWithBreath(), inTurnWithBreath()]
  const [write, read] = [connectionOf(writer), connectionOf(reader)]
  return {
    read: (_, act) => reads(() => transaction(reader, 'BEGIN', () => act(read))),
    write: (_, act) => writes(() => transaction(writer, 'BEGIN IMMEDIATE', () => act(write))),
    close: async () => {
      await Promise.all([writes(async () => writer.close()), reads(async () => reader.close())])
    },
  }
}
