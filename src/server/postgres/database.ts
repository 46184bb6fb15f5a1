import type pg from 'pg'
import { inTurn } from '../in-turn.ts'
import { type Connection, type Database, every, type Whose } from '../sql/database.ts'
import { connectionOf } from './connection.ts'

/** As long as SQLite waits for another process. */
const PATIENCE = "SET LOCAL lock_timeout = '5s'"
/** Any number that no other application of the database locks by: who writes for every campus (a restore) writes alone. */
const WRITES_LOCK = 5_318_009
const holding = (whose: Whose) => `SELECT pg_advisory_xact_lock${whose === every ? '' : '_shared'}(${WRITES_LOCK})`

/** Names the campus to the wall. */
const naming = (client: pg.PoolClient, whose: Whose) =>
  whose === every
    ? "SELECT set_config('maillage.every', 'yes', true)"
    : `SELECT set_config('maillage.campus', ${client.escapeLiteral(whose)}, true)`

/** All in one transaction. A connection whose transaction cannot be ended is not used again. */
const transaction = async <T>(
  pool: pg.Pool,
  begin: (client: pg.PoolClient) => string,
  act: (db: Connection) => Promise<T>,
) => {
  const client = await pool.connect()
  let broken: Error | undefined
  // Without a listener, a connection that breaks between two questions ends the process.
  const breaks = (error: Error) => {
    broken = error
  }
  client.on('error', breaks)
  try {
    await client.query(begin(client))
    const result = await act(connectionOf(client))
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch(breaks)
    throw error
  } finally {
    client.off('error', breaks)
    client.release(broken)
  }
}

/**
 * A PostgreSQL database, which several server processes may share. Who writes in a campus holds it from the start; this
 * process's own writers take their turn before they ask for a connection, so that a busy campus leaves some for others.
 */
export const databaseIn = (pool: pg.Pool): Database => {
  const turns = new Map<Whose, { act: ReturnType<typeof inTurn>; waiting: number }>()
  const inTurnOf = async <T>(whose: Whose, act: () => Promise<T>): Promise<T> => {
    const turn = turns.get(whose) ?? { act: inTurn(), waiting: 0 }
    turns.set(whose, turn)
    turn.waiting += 1
    try {
      return await turn.act(act)
    } finally {
      turn.waiting -= 1
      if (turn.waiting === 0) turns.delete(whose)
    }
  }
  return {
    read: (whose, act) =>
      transaction(pool, (client) => `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${naming(client, whose)}`, act),
    write: (whose, act) =>
      inTurnOf(whose, () =>
        transaction(
          pool,
          (client) => `BEGIN; ${PATIENCE}; ${naming(client, whose)}; ${holding(whose)}`,
          async (db) => {
            if (whose !== every) await db.one('SELECT 1 AS held FROM campuses WHERE id = ? FOR NO KEY UPDATE', whose)
            return act(db)
          },
        ),
      ),
    close: () => pool.end(),
  }
}
