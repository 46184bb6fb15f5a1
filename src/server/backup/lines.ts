import type { Connection, Line, Value } from '../sql/database.ts'
import { ownKey, type Table, tables } from './tables.ts'

/** Some lines of one table, each in the order of its columns. */
export type Some = { table: Pick<Table, 'name' | 'columns'>; lines: Value[][] }

const readable = (value: Line[string] | undefined): Value =>
  value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? new Uint8Array(value as ArrayBuffer) : (value ?? null)

/** All that a database keeps, as of the moment its transaction sees. */
export async function* linesIn(db: Connection): AsyncGenerator<Some> {
  for (const table of tables) {
    const [columns, key] = [table.columns.join(), table.key.join()]
    let after: Value[] | undefined
    for (;;) {
      const past = after ? `WHERE (${key}) > (${after.map(() => '?').join()})` : ''
      const sql = `SELECT ${columns} FROM ${table.name} ${past} ORDER BY ${key} LIMIT ?`
      const found = await db.all(sql, ...(after ?? []), table.some)
      const lines = found.map((line) => table.columns.map((column) => readable(line[column])))
      yield { table, lines: table.name === 'server' ? lines.filter(([name]) => name !== ownKey) : lines }
      if (lines.length < table.some) break
      after = lines.at(-1)?.slice(0, table.key.length)
    }
  }
}

/** Puts them in the place of all that is there, within a transaction. `names`: of the tables there are, in their order. */
export const putLines = async (db: Connection, names: readonly string[], all: AsyncIterable<Some>): Promise<void> => {
  for (const name of names.toReversed())
    await db.run(name === 'server' ? `DELETE FROM server WHERE key <> '${ownKey}'` : `DELETE FROM ${name}`)
  for await (const { table, lines } of all)
    if (lines.length > 0) await db.insert(`${table.name} (${table.columns.join()})`, lines)
}
