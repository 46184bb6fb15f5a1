import type { Link, Writing } from '../ledger.ts'
import type { Connection } from './database.ts'
import { keptFields } from './lines.ts'
import { readingOf } from './reading.ts'

const KEPT = `ON CONFLICT (campus, tbl, id) DO UPDATE SET seq = excluded.seq, sole = excluded.sole, state = excluded.state,
  digest = excluded.digest`

const columnsOf = ({ token, code, kind, inviter, name, role, expires, usedBy, key }: Link) => [
  ...[token, code, kind, inviter ?? null, name ?? null, role, expires, usedBy ?? null, key ?? null],
]

/** What may be done to one campus. `now`: ms since 1970. */
export const writingOf = (db: Connection, campus: string, now: () => number): Writing => ({
  ...readingOf(db, campus),
  raise: async (count) => {
    const line = await db.one('UPDATE campuses SET seq = seq + ? WHERE id = ? RETURNING seq', count, campus)
    if (!line) throw new Error('No such campus')
    return Number(line.seq) - count + 1
  },
  putRows: async (rows) =>
    db.insert(
      'rows (campus, tbl, id, seq, sole, state, digest)',
      rows.map(({ table, row, seq, sole, state, digest }) => [campus, table, row, seq, sole, state, digest]),
      KEPT,
    ),
  putTexts: async (texts) =>
    db.insert(
      'texts (campus, tbl, id, field, folded, updates, state)',
      texts.map(({ table, row, field, folded, updates, state }) => [
        ...[campus, table, row, field, folded, updates, state],
      ]),
      `ON CONFLICT (campus, tbl, id, field) DO UPDATE
       SET folded = excluded.folded, updates = excluded.updates, state = excluded.state`,
    ),
  putChanges: async (device, member, changes) =>
    db.insert(
      'changes (campus, device, n, id, seq, tbl, row, member, at, fields, lost, refused)',
      changes.map(({ n, id, seq, table, row, at, fields, lost, refused, heard }) => [
        ...[campus, device, n, id, seq, table, row, member, at],
        ...[keptFields(fields, heard), JSON.stringify(lost), refused ?? null],
      ]),
    ),
  settleHeld: async ({ device, n }, as) => {
    const of = [campus, device, n]
    if (as === 'kept')
      await db.run(`UPDATE changes SET refused = 'kept' WHERE campus = ? AND device = ? AND n = ?`, ...of)
    else
      await db.run(
        'UPDATE changes SET refused = NULL, seq = ?, lost = ? WHERE campus = ? AND device = ? AND n = ?',
        ...[as.seq, JSON.stringify(as.lost), ...of],
      )
  },
  setAcked: async (device, n) => db.run('UPDATE devices SET acked = ? WHERE campus = ? AND id = ?', n, campus, device),
  claim: async (name, kind) =>
    db.run('UPDATE campuses SET name = ?, kind = ?, claimed = ? WHERE id = ?', name, kind, now(), campus),
  addDevice: async ({ id, member, name }) =>
    db.run(
      'INSERT INTO devices (campus, id, member, name, created, seen) VALUES (?, ?, ?, ?, ?, ?)',
      ...[campus, id, member, name, now(), now()],
    ),
  putSession: async (device, digest) => {
    await db.run('DELETE FROM sessions WHERE campus = ? AND device = ?', campus, device)
    await db.run('INSERT INTO sessions VALUES (?, ?, ?, ?, ?)', digest, campus, device, now(), now())
  },
  renewSession: async (digest) => {
    const line = await db.one('UPDATE sessions SET seen = ? WHERE digest = ? RETURNING device', now(), digest)
    if (line)
      await db.run('UPDATE devices SET seen = ? WHERE campus = ? AND id = ?', now(), campus, String(line.device))
  },
  putLink: async (link) => {
    await db.run('DELETE FROM links WHERE campus = ? AND id = ?', campus, link.id)
    const into = 'links (campus, id, token, code, kind, inviter, name, role, expires, used_by, key)'
    await db.insert(into, [[campus, link.id, ...columnsOf(link)]])
  },
  useLink: async (id, device, key) =>
    db.run('UPDATE links SET used_by = ?, key = ? WHERE campus = ? AND id = ?', device, key, campus, id),
  dropLink: async (id) => db.run('DELETE FROM links WHERE campus = ? AND id = ?', campus, id),
  addBlob: async ({ sha, size, type, device }) =>
    db.run(
      'INSERT INTO blobs (campus, sha, size, type, device, created) VALUES (?, ?, ?, ?, ?, ?)',
      ...[campus, sha, size, type, device, now()],
    ),
  addChunk: async (sha, at, bytes) => {
    await db.run('INSERT INTO chunks VALUES (?, ?, ?, ?)', campus, sha, at, bytes)
    await db.run('UPDATE blobs SET received = ? WHERE campus = ? AND sha = ?', at + bytes.length, campus, sha)
  },
  dropBlob: async (sha) => db.run('DELETE FROM blobs WHERE campus = ? AND sha = ?', campus, sha),
})
