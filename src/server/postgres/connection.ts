import { createHash } from 'node:crypto'
import pg from 'pg'
import { inTurn } from '../in-turn.ts'
import { type Connection, keepable, type Line, type Value } from '../sql/database.ts'

const AT_ONCE = 50
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

export const connectionOf = (client: pg.ClientBase): Connection => {
  const turn = inTurn()
  const ask = (query: pg.QueryConfig, values: Value[]) =>
    turn(async () => (await client.query<Line>({ ...query, values: values.map(keepable) })).rows)
  const insertSome = (into: string, lines: readonly Value[][], after: string) => {
    const line = `(${(lines[0] ?? []).map(() => '?').join()})`
    const sql = `INSERT INTO ${into} VALUES ${lines.map(() => line).join()} ${after}`
    // Another count is another statement: not worth preparing, and still one way there and back.
    const query = lines.length === 1 || lines.length === AT_ONCE ? queryOf(sql) : { text: numbered(sql) }
    return ask(query, lines.flat())
  }
  return {
    // A name is a column and the search is fenced off by OFFSET: behind the wall, a key that is compared with what it is read
    // out of is no key, and a planner that has not seen the table yet walks all rows of the campus for each name.
    named: (columns, table) =>
      `SELECT found.* FROM json_to_recordset(?::json) AS named(tbl TEXT, id TEXT) CROSS JOIN LATERAL
       (SELECT ${columns} FROM ${table} t WHERE t.campus = ? AND t.tbl = named.tbl AND t.id = named.id OFFSET 0) AS found`,
    all: (sql, ...values) => ask(queryOf(sql), values),
    one: async (sql, ...values) => (await ask(queryOf(sql), values))[0],
    run: async (sql, ...values) => void (await ask(queryOf(sql), values)),
    insert: async (into, lines, after = '') => {
      const whole = lines.length - (lines.length % AT_ONCE)
      for (let at = 0; at < whole; at += AT_ONCE) await insertSome(into, lines.slice(at, at + AT_ONCE), after)
      if (whole < lines.length) await insertSome(into, lines.slice(whole), after)
    },
  }
}
