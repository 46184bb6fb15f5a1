import Database from 'libsql'
import { keepable, type Line, type Value } from '../sql/database.ts'

/** What `sql/database.ts` names a connection, answering at once. */
export type SqliteConnection = {
  exec(sql: string): void
  all(sql: string, ...values: Value[]): Line[]
  one(sql: string, ...values: Value[]): Line | undefined
  run(sql: string, ...values: Value[]): void
  insert(into: string, lines: readonly Value[][], after?: string): void
  /** False after an error that undid it by itself, such as a full disk. */
  inTransaction(): boolean
  close(): void
}

const AT_ONCE = 50

/** One connection to a file, its statements prepared once. */
export const connect = (file: string): SqliteConnection => {
  const db = new Database(file, { timeout: 5_000 })
  const prepared = new Map<string, ReturnType<typeof db.prepare>>()
  const statement = (sql: string) => {
    const known = prepared.get(sql) ?? db.prepare(sql)
    prepared.set(sql, known)
    return known
  }
  const all = (sql: string, ...values: Value[]) => statement(sql).all(...values.map(keepable)) as Line[]
  const insertSome = (into: string, lines: readonly Value[][], after: string) => {
    const line = `(${(lines[0] ?? []).map(() => '?').join()})`
    // As one list: hundreds of arguments are counted out and put together again on the way.
    const values = ([] as Value[]).concat(...lines).map(keepable)
    statement(`INSERT INTO ${into} VALUES ${lines.map(() => line).join()} ${after}`).run(values)
  }
  return {
    exec: (sql) => void db.exec(sql),
    all,
    one: (sql, ...values) => all(sql, ...values)[0],
    run: (sql, ...values) => void statement(sql).run(...values.map(keepable)),
    insert: (into, lines, after = '') => {
      const whole = lines.length - (lines.length % AT_ONCE)
      for (let at = 0; at < whole; at += AT_ONCE) insertSome(into, lines.slice(at, at + AT_ONCE), after)
      for (const line of lines.slice(whole)) insertSome(into, [line], after)
    },
    inTransaction: () => db.inTransaction,
    close: () => void db.close(),
  }
}
