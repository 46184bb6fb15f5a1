import { digestThere, withDigest } from '../../protocol/row-digest.ts'
import type { Lost } from '../../protocol/sync-message.ts'
import { takesAway } from '../../protocol/takes-away.ts'
import { isText } from '../../protocol/text-change.ts'
import type { FieldKey, HistoryEntry, Reading, RowKey, TextUpdate } from '../ledger.ts'
import { unpacked } from '../row-text.ts'
import type { Connection, Line, Value } from './database.ts'
import { authorOf, blobOf, bytesOf, campusOf, fieldsOf, heldOf, linkOf, rowOf, sentOf, textMarkOf } from './lines.ts'
import { lostKey } from './lost-numbers.ts'

const ROW = 'tbl, id, seq, sole, state'
const MARK = 'tbl, id, field, folded, updates, length(state) AS size'
const NOT_OF = '(sole IS NULL OR sole <> ?)'
/** So many changes of a row are read at once. */
const SOME = 100

const names = (keys: readonly RowKey[]) => JSON.stringify(keys.map(({ table, row }) => ({ tbl: table, id: row })))
/** Finds the changes that may touch this field without reading them: whose signs of a pattern stand for any one sign. */
const touching = (field: string) => `%"${field.replaceAll('%', '_')}":%`

/** What may be asked of one campus. No device is named '': it leaves no row out. */
export const readingOf = (db: Connection, campus: string): Reading => {
  const count = async (sql: string, ...values: Value[]) => Number((await db.one(sql, ...values))?.n)
  return {
    epoch: async () => String((await db.one("SELECT value FROM server WHERE key = 'epoch'"))?.value),
    lost: async () => {
      const line = await db.one('SELECT value FROM server WHERE key = ?', lostKey(campus))
      return line ? (JSON.parse(String(line.value)) as Lost[]) : []
    },
    campus: async () => {
      const line = await db.one('SELECT * FROM campuses WHERE id = ?', campus)
      return line && campusOf(line)
    },
    session: async (digest) => {
      const line = await db.one(
        `SELECT s.device, d.member, s.seen FROM sessions s JOIN devices d ON d.campus = s.campus AND d.id = s.device
         WHERE s.digest = ? AND s.campus = ?`,
        ...[digest, campus],
      )
      return line && { device: String(line.device), member: String(line.member), seen: Number(line.seen) }
    },
    device: async (id) => {
      const line = await db.one('SELECT member, name, acked FROM devices WHERE campus = ? AND id = ?', campus, id)
      return line && { id, member: String(line.member), name: String(line.name), acked: Number(line.acked) }
    },
    rows: async (keys) => (await db.all(db.named(ROW, 'rows'), names(keys), campus)).map(rowOf),
    rowsAfter: async (seq, limit, notOf = '') => {
      const lines = await db.all(
        `SELECT ${ROW} FROM rows WHERE campus = ? AND seq > ? AND ${NOT_OF} ORDER BY seq LIMIT ?`,
        ...[campus, seq, notOf, limit],
      )
      return lines.map(rowOf)
    },
    countAfter: (seq, most, notOf = '') =>
      count(
        `SELECT count(*) AS n FROM (SELECT 1 FROM rows WHERE campus = ? AND seq > ? AND ${NOT_OF} LIMIT ?) AS rest`,
        ...[campus, seq, notOf, most],
      ),
    digest: async () => {
      const line = await db.one(
        'SELECT coalesce(sum(digest), 0) % 281474976710656 AS sum FROM rows WHERE campus = ?',
        campus,
      )
      // Rows of the first step have none yet.
      const bare = await db.all(`SELECT ${ROW} FROM rows WHERE campus = ? AND digest IS NULL`, campus)
      return bare
        .map(rowOf)
        .reduce(
          (sum, { table, row, state }) => withDigest(sum, digestThere(table, row, unpacked(state))),
          Number(line?.sum),
        )
    },
    sent: async (device, first, last) => {
      const lines = await db.all(
        'SELECT n, id, refused FROM changes WHERE campus = ? AND device = ? AND n BETWEEN ? AND ? ORDER BY n',
        ...[campus, device, first, last],
      )
      return lines.map(sentOf)
    },
    takenAway: async (members, since) => {
      const lines = await db.all(
        `SELECT c.fields FROM devices d JOIN changes c ON c.campus = d.campus AND c.device = d.id
         WHERE d.campus = ? AND d.member IN (${members.map(() => '?').join()}) AND c.at >= ? AND c.refused IS NULL
         AND (c.fields LIKE ? OR c.fields LIKE ?)`,
        ...[campus, ...members, since, touching('deletedAt'), touching('mergedInto')],
      )
      return lines.filter((line) => takesAway(fieldsOf(line))).length
    },
    living: () => count('SELECT count(*) AS n FROM rows WHERE campus = ? AND (digest IS NULL OR digest <> 0)', campus),
    held: async () => {
      const lines = await db.all(
        `SELECT * FROM changes WHERE campus = ? AND refused = 'held' ORDER BY at, device, n`,
        campus,
      )
      return lines.map(heldOf)
    },
    heldCount: () => count(`SELECT count(*) AS n FROM changes WHERE campus = ? AND refused = 'held'`, campus),
    history: async ({ table, row, field }, before, limit) => {
      const found: HistoryEntry[] = []
      for (let last = before; ; ) {
        const some = await db.all(
          `SELECT seq, member, at, fields, lost FROM changes
           WHERE campus = ? AND tbl = ? AND row = ? AND seq < ? AND refused IS NULL AND fields LIKE ?
           ORDER BY seq DESC LIMIT ?`,
          ...[campus, table, row, last, touching(field), SOME],
        )
        for (const line of some) {
          last = Number(line.seq)
          const change = fieldsOf(line)[field]
          if (change === undefined) continue
          const lost = (JSON.parse(String(line.lost)) as string[]).includes(field)
          found.push({ seq: last, ...authorOf(line), at: Number(line.at), change, lost })
          if (found.length === limit) return found
        }
        if (some.length < SOME) return found
      }
    },
    texts: async (keys) => (await db.all(db.named(MARK, 'texts'), names(keys), campus)).map(textMarkOf),
    text: async ({ table, row, field }) => {
      const line = await db.one(
        'SELECT state FROM texts WHERE campus = ? AND tbl = ? AND id = ? AND field = ?',
        ...[campus, table, row, field],
      )
      return line && String(line.state)
    },
    updates: async ({ table, row, field }, after, notOf = '') => {
      const lines = await db.all(
        `SELECT seq, member, at, fields FROM changes
         WHERE campus = ? AND tbl = ? AND row = ? AND seq > ? AND device <> ? AND refused IS NULL AND fields LIKE ?
         ORDER BY seq`,
        ...[campus, table, row, after, notOf, touching(field)],
      )
      return lines.flatMap((line) => updateIn(line, field))
    },
    link: async (digest) => {
      const line = await db.one(
        'SELECT * FROM links WHERE campus = ? AND (token = ? OR code = ?)',
        ...[campus, digest, digest],
      )
      return line && linkOf(line)
    },
    links: async () => (await db.all('SELECT * FROM links WHERE campus = ? ORDER BY expires, id', campus)).map(linkOf),
    members: async () => {
      const lines = await db.all(
        'SELECT member FROM devices WHERE campus = ? GROUP BY member ORDER BY min(created), member',
        campus,
      )
      return lines.map(({ member }) => String(member))
    },
    blob: async (sha) => {
      const line = await db.one(
        'SELECT sha, size, type, device, received FROM blobs WHERE campus = ? AND sha = ?',
        ...[campus, sha],
      )
      return line && blobOf(line)
    },
    chunk: async (sha, at) => {
      const line = await db.one('SELECT bytes FROM chunks WHERE campus = ? AND sha = ? AND at = ?', campus, sha, at)
      return line && bytesOf(line)
    },
    begunBy: (device, since) =>
      count(
        'SELECT coalesce(sum(size), 0) AS n FROM blobs WHERE campus = ? AND device = ? AND created >= ?',
        ...[campus, device, since],
      ),
    deviceCount: () => count('SELECT count(*) AS n FROM devices WHERE campus = ?', campus),
  }
}

const updateIn = (line: Line, field: FieldKey['field']): TextUpdate[] => {
  const change = fieldsOf(line)[field]
  if (change === undefined || !isText(change)) return []
  return [{ seq: Number(line.seq), by: authorOf(line).by, at: Number(line.at), update: change.text }]
}
