import Database from 'libsql'

/** Never a boolean, nor bytes as the only value: libsql ends the whole process over one. */
export type Value = string | number | null | Uint8Array
/** Bytes are read as they were written, yet as an `ArrayBuffer`. */
export type Line = Record<string, Exclude<Value, Uint8Array> | ArrayBuffer>

export type Connection = {
  exec(sql: string): void
  all(sql: string, ...values: Value[]): Line[]
  one(sql: string, ...values: Value[]): Line | undefined
  run(sql: string, ...values: Value[]): void
  /** `INSERT INTO … VALUES` many lines, `after` what stands behind them: a fifth of the time of one at a time. */
  insert(into: string, lines: readonly Value[][], after?: string): void
  /** False after an error that undid it by itself, such as a full disk. */
  inTransaction(): boolean
  close(): void
}

const AT_ONCE = 50

/** One connection to a file, its statements prepared once. */
export const connect = (file: string): Connection => {
  const db = new Database(file, { timeout: 5_000 })
  const prepared = new Map<string, ReturnType<typeof db.prepare>>()
  const statement = (sql: string) => {
    const known = prepared.get(sql) ?? db.prepare(sql)
    prepared.set(sql, known)
    return known
  }
  const insertSome = (into: string, lines: readonly Value[][], after: string) => {
    const line = `(${(lines[0] ?? []).map(() => '?').join()})`
    statement(`INSERT INTO ${into} VALUES ${lines.map(() => line).join()} ${after}`).run(...lines.flat())
  }
  return {
    exec: (sql) => void db.exec(sql),
    all: (sql, ...values) => statement(sql).all(...values) as Line[],
    one: (sql, ...values) => statement(sql).all(...values)[0] as Line | undefined,
    run: (sql, ...values) => void statement(sql).run(...values),
    insert: (into, lines, after = '') => {
      const whole = lines.length - (lines.length % AT_ONCE)
      for (let at = 0; at < whole; at += AT_ONCE) insertSome(into, lines.slice(at, at + AT_ONCE), after)
      for (const line of lines.slice(whole)) insertSome(into, [line], after)
    },
    inTransaction: () => db.inTransaction,
    close: () => void db.close(),
  }
}
