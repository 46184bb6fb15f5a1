import type { FieldChange } from '../../protocol/change.ts'
import { digestThere, withDigest } from '../../protocol/row-digest.ts'
import type { Reading } from '../ledger.ts'
import { unpacked } from '../row-text.ts'
import type { Connection } from './connection.ts'
import { blobOf, bytesOf, campusOf, heldOf, linkOf, rowOf, sentOf, textMarkOf, textUpdateOf } from './lines.ts'

const ROW = 'tbl, id, seq, sole, state'
const NOT_OF = '(sole IS NULL OR sole <> ?)'

/** What may be asked of one campus, in SQLite's words. No device is named '': it leaves no row out. */
export const readingOf = (db: Connection, campus: string): Reading => ({
  epoch: async () => String(db.one("SELECT value FROM server WHERE key = 'epoch'")?.value),
  campus: async () => {
    const line = db.one('SELECT * FROM campuses WHERE id = ?', campus)
    return line && campusOf(line)
  },
  session: async (digest) => {
    const line = db.one(
      `SELECT s.device, d.member, s.seen FROM sessions s JOIN devices d ON d.campus = s.campus AND d.id = s.device
       WHERE s.digest = ? AND s.campus = ?`,
      ...[digest, campus],
    )
    return line && { device: String(line.device), member: String(line.member), seen: Number(line.seen) }
  },
  device: async (id) => {
    const line = db.one('SELECT member, name, acked FROM devices WHERE campus = ? AND id = ?', campus, id)
    return line && { id, member: String(line.member), name: String(line.name), acked: Number(line.acked) }
  },
  rows: async (keys) =>
    db
      .all(
        // The order of the join is ours: left to the planner, it walks all rows for each key.
        `SELECT r.tbl, r.id, r.seq, r.sole, r.state FROM json_each(?) k
         CROSS JOIN rows r ON r.campus = ? AND r.tbl = k.value ->> 0 AND r.id = k.value ->> 1`,
        JSON.stringify(keys.map(({ table, row }) => [table, row])),
        campus,
      )
      .map(rowOf),
  rowsAfter: async (seq, limit, notOf = '') =>
    db
      .all(
        `SELECT ${ROW} FROM rows WHERE campus = ? AND seq > ? AND ${NOT_OF} ORDER BY seq LIMIT ?`,
        ...[campus, seq, notOf, limit],
      )
      .map(rowOf),
  countAfter: async (seq, notOf = '') =>
    Number(db.one(`SELECT count(*) AS n FROM rows WHERE campus = ? AND seq > ? AND ${NOT_OF}`, campus, seq, notOf)?.n),
  digest: async () => {
    const line = db.one('SELECT coalesce(sum(digest), 0) % 281474976710656 AS sum FROM rows WHERE campus = ?', campus)
    // Rows of the first step have none yet.
    const bare = db.all(`SELECT ${ROW} FROM rows WHERE campus = ? AND digest IS NULL`, campus).map(rowOf)
    return bare.reduce(
      (sum, { table, row, state }) => withDigest(sum, digestThere(table, row, unpacked(state))),
      Number(line?.sum),
    )
  },
  sent: async (device, first, last) =>
    db
      .all(
        'SELECT n, id, refused FROM changes WHERE campus = ? AND device = ? AND n BETWEEN ? AND ?',
        ...[campus, device, first, last],
      )
      .map(sentOf),
  deletionTimes: async (device, since) =>
    db
      .all(
        `SELECT at FROM changes WHERE campus = ? AND device = ? AND at >= ? AND refused IS NULL
         AND fields ->> '$.deletedAt' IS NOT NULL`,
        ...[campus, device, since],
      )
      .map(({ at }) => Number(at)),
  living: async () => Number(db.one('SELECT count(*) AS n FROM rows WHERE campus = ? AND digest IS NOT 0', campus)?.n),
  held: async () =>
    db.all(`SELECT * FROM changes WHERE campus = ? AND refused = 'held' ORDER BY at, device, n`, campus).map(heldOf),
  heldCount: async () =>
    Number(db.one(`SELECT count(*) AS n FROM changes WHERE campus = ? AND refused = 'held'`, campus)?.n),
  history: async ({ table, row, field }, before, limit) =>
    db
      .all(
        `SELECT seq, member, at, fields -> ? AS change, EXISTS (SELECT 1 FROM json_each(lost) WHERE value = ?) AS lost
         FROM changes WHERE campus = ? AND tbl = ? AND row = ? AND seq < ? AND refused IS NULL AND change IS NOT NULL
         ORDER BY seq DESC LIMIT ?`,
        ...[`$.${field}`, field, campus, table, row, before, limit],
      )
      .map((line) => ({
        seq: Number(line.seq),
        by: String(line.member),
        at: Number(line.at),
        change: JSON.parse(String(line.change)) as FieldChange,
        lost: line.lost === 1,
      })),
  texts: async (keys) =>
    db
      .all(
        `SELECT t.tbl, t.id, t.field, t.folded, t.updates, length(t.state) AS size FROM json_each(?) k
         CROSS JOIN texts t ON t.campus = ? AND t.tbl = k.value ->> 0 AND t.id = k.value ->> 1`,
        JSON.stringify(keys.map(({ table, row }) => [table, row])),
        campus,
      )
      .map(textMarkOf),
  text: async ({ table, row, field }) => {
    const line = db.one(
      'SELECT state FROM texts WHERE campus = ? AND tbl = ? AND id = ? AND field = ?',
      ...[campus, table, row, field],
    )
    return line && String(line.state)
  },
  updates: async ({ table, row, field }, after, notOf = '') =>
    db
      .all(
        `SELECT seq, member, at, fields ->> ? AS body FROM changes
         WHERE campus = ? AND tbl = ? AND row = ? AND seq > ? AND device <> ? AND refused IS NULL AND body IS NOT NULL
         ORDER BY seq`,
        ...[`$.${field}.text`, campus, table, row, after, notOf],
      )
      .map(textUpdateOf),
  link: async (digest) => {
    const line = db.one('SELECT * FROM links WHERE campus = ? AND (token = ? OR code = ?)', campus, digest, digest)
    return line && linkOf(line)
  },
  links: async () => db.all('SELECT * FROM links WHERE campus = ? ORDER BY expires', campus).map(linkOf),
  members: async () =>
    db
      .all('SELECT member FROM devices WHERE campus = ? GROUP BY member ORDER BY min(created), member', campus)
      .map(({ member }) => String(member)),
  blob: async (sha) => {
    const line = db.one('SELECT sha, size, type, device, received FROM blobs WHERE campus = ? AND sha = ?', campus, sha)
    return line && blobOf(line)
  },
  chunk: async (sha, at) => {
    const line = db.one('SELECT bytes FROM chunks WHERE campus = ? AND sha = ? AND at = ?', campus, sha, at)
    return line && bytesOf(line)
  },
  begunBy: async (device, since) =>
    Number(
      db.one(
        'SELECT coalesce(sum(size), 0) AS n FROM blobs WHERE campus = ? AND device = ? AND created >= ?',
        ...[campus, device, since],
      )?.n,
    ),
  deviceCount: async () => Number(db.one('SELECT count(*) AS n FROM devices WHERE campus = ?', campus)?.n),
})
