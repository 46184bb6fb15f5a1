import Database from 'libsql'
import pg from 'pg'
import type { Contact } from './contact-rows.ts'

type Kept = { tbl: string; id: string; seq: number; fields: Record<string, unknown> }
/** The least that keeps rows with their history. */
export type BareStore = {
  /** One durable transaction; gives the number of its last row. */
  commit(rows: readonly Contact[]): Promise<number>
  since(seq: number): Promise<Kept[]>
  close(): Promise<void>
}

export const bareSqlite = (file: string): BareStore => {
  const db = new Database(file)
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  db.exec(`
    CREATE TABLE rows (tbl TEXT, id TEXT, seq INTEGER, fields TEXT, PRIMARY KEY (tbl, id));
    CREATE INDEX rows_by_seq ON rows (seq);
    CREATE TABLE history (seq INTEGER PRIMARY KEY, tbl TEXT, id TEXT, at INTEGER, fields TEXT);
  `)
  const keep = db.prepare(
    'INSERT INTO rows VALUES (?, ?, ?, ?) ON CONFLICT (tbl, id) DO UPDATE SET seq = excluded.seq, fields = json_patch(fields, excluded.fields)',
  )
  const log = db.prepare('INSERT INTO history VALUES (?, ?, ?, ?, ?)')
  const since = db.prepare('SELECT tbl, id, seq, fields FROM rows WHERE seq > ? ORDER BY seq')
  let last = 0
  return {
    commit: async (rows) => {
      db.exec('BEGIN IMMEDIATE')
      for (const { table, row, fields } of rows) {
        last += 1
        const written = JSON.stringify(fields)
        keep.run(table, row, last, written)
        log.run(last, table, row, Date.now(), written)
      }
      db.exec('COMMIT')
      return last
    },
    since: async (seq) =>
      (since.all(seq) as (Omit<Kept, 'fields'> & { fields: string })[]).map(({ fields, ...kept }) => ({
        ...kept,
        fields: JSON.parse(fields),
      })),
    close: async () => void db.close(),
  }
}

export const barePostgres = async (url: string): Promise<BareStore> => {
  const db = new pg.Client(url)
  await db.connect()
  await db.query(`
    CREATE TABLE rows (tbl TEXT, id TEXT, seq BIGINT, fields JSONB, PRIMARY KEY (tbl, id));
    CREATE INDEX rows_by_seq ON rows (seq);
    CREATE TABLE history (seq BIGINT PRIMARY KEY, tbl TEXT, id TEXT, at BIGINT, fields JSONB);
  `)
  const given = 'json_to_recordset($1) AS given (tbl TEXT, id TEXT, seq BIGINT, at BIGINT, fields JSONB)'
  let last = 0
  return {
    commit: async (rows) => {
      const lines = JSON.stringify(
        rows.map(({ table: tbl, row: id, fields }, n) => ({ tbl, id, seq: last + n + 1, at: Date.now(), fields })),
      )
      await db.query('BEGIN')
      await db.query(
        `INSERT INTO rows SELECT tbl, id, seq, fields FROM ${given}
         ON CONFLICT (tbl, id) DO UPDATE SET seq = excluded.seq, fields = rows.fields || excluded.fields`,
        [lines],
      )
      await db.query(`INSERT INTO history SELECT seq, tbl, id, at, fields FROM ${given}`, [lines])
      await db.query('COMMIT')
      last += rows.length
      return last
    },
    since: async (seq) => {
      const { rows } = await db.query('SELECT tbl, id, seq, fields FROM rows WHERE seq > $1 ORDER BY seq', [seq])
      return rows.map((row) => ({ ...row, seq: Number(row.seq) }))
    },
    close: () => db.end(),
  }
}
