/** Never a boolean, nor bytes as the only value: libsql ends the whole process over one. */
export type Value = string | number | null | Uint8Array
/** Neither database keeps a NUL within a text, which no keyboard writes: SQLite ends it there, PostgreSQL fails. */
export const keepable = (value: Value): Value =>
  typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\ufffd') : value
/** Of bytes SQLite gives an `ArrayBuffer`, PostgreSQL a `Buffer`. */
export type Line = Record<string, Exclude<Value, Uint8Array> | ArrayBuffer | Buffer>

/** A transaction that goes on, in the words both databases know: `?` for each value. */
export type Connection = {
  /**
   * These columns of the lines of a table that are named, each found by its key. Its two `?`: the names as JSON, a list of
   * `{ tbl, id }`, and the campus.
   */
  named(columns: string, table: string): string
  all(sql: string, ...values: Value[]): Promise<Line[]>
  one(sql: string, ...values: Value[]): Promise<Line | undefined>
  run(sql: string, ...values: Value[]): Promise<void>
  /**
   * Many lines at once, a fifth of the time of one at a time. `into`: the table and its columns, `rows (campus, tbl)`;
   * `after`: what stands behind them.
   */
  insert(into: string, lines: readonly Value[][], after?: string): Promise<void>
}

/** Whose lines a transaction may see: one campus's, or `every`, which only the server's own acts ask for. */
export type Whose = string | typeof every
export const every = Symbol('every campus')

/**
 * What each database does its own way. A throw undoes a transaction. Reading sees all as of one moment; writers of one
 * campus come one after the other, those of `every` campus alone.
 */
export type Database = {
  read<T>(whose: Whose, act: (db: Connection) => Promise<T>): Promise<T>
  write<T>(whose: Whose, act: (db: Connection) => Promise<T>): Promise<T>
  close(): Promise<void>
}
