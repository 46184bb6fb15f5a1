import pg from 'pg'
import { newEpoch } from '../sql/ledger.ts'
import { refuseVersion } from '../sql/schema-version.ts'
import { types } from './connection.ts'
import { FIRST, steps } from './steps.ts'

/** Any number that no other application of the database locks by. */
const STEPS_LOCK = 5_318_008
/** How many transactions a process has open at most; those of one campus that write take their turn before. */
const CONNECTIONS = 10
/**
 * Whatever is asked has an index. Left to itself, the planner makes its plan while a table is empty, walks it whole, and
 * goes on so for as long as nobody has counted the lines of a campus that grows.
 */
const BY_INDEX = 'SET enable_seqscan = off; SET enable_bitmapscan = off; SET jit = off'

/** What is acknowledged survives a power cut, and no role passes by the wall, or the server does not start. */
const refuseUnsafe = async (client: pg.ClientBase) => {
  const { rows } = await client.query(
    `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit,
     r.rolname AS role, r.rolsuper OR r.rolbypassrls AS passes FROM pg_roles r WHERE r.rolname = current_user`,
  )
  const [{ fsync, commit, role, passes }] = rows
  if (fsync !== 'on' || commit === 'off')
    throw new Error('The database cannot be kept safely by this server (fsync, synchronous_commit)')
  if (passes)
    throw new Error(
      `The role ${role} passes by row-level security: give Maillage a role without SUPERUSER and BYPASSRLS`,
    )
}

const climb = async (client: pg.ClientBase, mayClimb: boolean) => {
  await client.query('BEGIN')
  try {
    // Two processes may start at once: the second finds the steps done.
    await client.query('SELECT pg_advisory_xact_lock($1)', [STEPS_LOCK])
    const { rows } = await client.query(`SELECT to_regclass('server') IS NOT NULL AS there`)
    const version = rows[0].there
      ? Number((await client.query("SELECT value FROM server WHERE key = 'version'")).rows[0].value)
      : FIRST - 1
    const last = FIRST - 1 + steps.length
    refuseVersion(rows[0].there ? version : 0, last, mayClimb)
    for (const step of steps.slice(version - FIRST + 1)) await client.query(step)
    await client.query(
      "INSERT INTO server VALUES ('version', $1) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
      [String(last)],
    )
    await client.query("INSERT INTO server VALUES ('epoch', $1) ON CONFLICT DO NOTHING", [newEpoch()])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

/**
 * Connections to a database (`postgres://…`), its schema being up to date. `mayClimb`: see schema-version.ts.
 * @throws when it cannot be reached, cannot keep safely what it is given, or is of another version.
 */
export const openPool = async (url: string, mayClimb = true): Promise<pg.Pool> => {
  // Asked for, not given as `options`: those of the address would take their place, and some pgbouncers know of none.
  const onConnect = async (client: pg.ClientBase) => void (await client.query(BY_INDEX))
  const of = { max: CONNECTIONS, types, application_name: 'maillage', onConnect }
  const pool = new pg.Pool({ connectionString: url, ...of })
  // A connection that breaks while nobody uses it is replaced by the next who asks.
  pool.on('error', () => {})
  try {
    const client = await pool.connect()
    try {
      await refuseUnsafe(client)
      await climb(client, mayClimb)
    } finally {
      client.release()
    }
    return pool
  } catch (error) {
    await pool.end()
    throw error
  }
}
