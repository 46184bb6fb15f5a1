import { createHash } from 'node:crypto'
import pg from 'pg'
import { inTurn } from '../in-turn.ts'
import { type Connection, keepable, type Line, type Value } from '../sql/database.ts'

const [INT8, NUMERIC] = [20, 1700]

/** Numbers come as numbers: none here is past 2^53. */
export const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === INT8 || oid === NUMERIC
      ? Number
      : pg.types.getTypeParser(oid, format)) as pg.CustomTypesConfig['getTypeParser'],
}

type Query = { name: string; text: string }
const queries = new Map<string, Query>()
const numbered = (sql: string): string => {
  let n = 0
  return sql.replaceAll('?', () => {
    n += 1
    return `$${n}`
  })
}
/** The statement in PostgreSQL's words, under a name by which a connection prepares it once. */
const queryOf = (sql: string): Query => {
  const known = queries.get(sql)
  if (known) return known
  const text = numbered(sql)
  const query = { name: createHash('sha256').update(sql).digest('base64url').slice(0, 20), text }
  queries.set(sql, query)
  return query
}

/** Bytes in PostgreSQL's own writing. */
const jsonOf = (value: Value) =>
  value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : keepable(value)

export const connectionOf = (client: pg.ClientBase): Connection => {
  const turn = inTurn()
  const ask = (query: pg.QueryConfig, values: Value[]) =>
    turn(async () => (await client.query<Line>({ ...query, values: values.map(keepable) })).rows)
  return {
    // A name is a column and the search is fenced off by OFFSET: behind the wall, a key that is compared with what it is read
    // out of is no key, and a planner that has not seen the table yet walks all rows of the campus for each name.
    named: (columns, table) =>
      `SELECT found.* FROM json_to_recordset(?::json) AS named(tbl TEXT, id TEXT) CROSS JOIN LATERAL
       (SELECT ${columns} FROM ${table} t WHERE t.campus = ? AND t.tbl = named.tbl AND t.id = named.id OFFSET 0) AS found`,
    all: (sql, ...values) => ask(queryOf(sql), values),
    one: async (sql, ...values) => (await ask(queryOf(sql), values))[0],
    run: async (sql, ...values) => void (await ask(queryOf(sql), values)),
    // As one value, which the database takes apart: it and this process work half as long as on a value each.
    insert: async (into, lines, after = '') => {
      const [table = '', columns = ''] = into.slice(0, -1).split(' (')
      const names = columns.split(',').map((name) => name.trim())
      const named = lines.map((line) => Object.fromEntries(line.map((value, at) => [names[at], jsonOf(value)])))
      const sql = `INSERT INTO ${into} SELECT ${columns} FROM json_populate_recordset(NULL::${table}, ?::json) ${after}`
      await ask(queryOf(sql), [JSON.stringify(named)])
    },
  }
}
