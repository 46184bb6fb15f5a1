import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { backUp, restore } from '../../../src/server/backup/restore.ts'
import { tables } from '../../../src/server/backup/tables.ts'
import { databaseIn } from '../../../src/server/postgres/database.ts'
import { openPool } from '../../../src/server/postgres/open.ts'
import { type Database, every, type Value } from '../../../src/server/sql/database.ts'
import { ledgerIn } from '../../../src/server/sql/ledger.ts'
import { connect } from '../../../src/server/sqlite/connection.ts'
import { openSqlite } from '../../../src/server/sqlite/database.ts'
import { type Cluster, newDatabase, startCluster } from '../../postgres/cluster.ts'
import fixture from '../fixtures/schema-2.json'
import { allOf } from './all-lines.ts'

let cluster: Cluster
let folder: string
beforeAll(async () => {
  cluster = await startCluster()
}, 120_000)
afterAll(() => cluster?.stop())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'maillage-backup-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const engines = {
  SQLite: async () => openSqlite(join(folder, `${randomUUID()}.db`)),
  PostgreSQL: async () => databaseIn(await openPool(await newDatabase(cluster.folder))),
}
type EngineName = keyof typeof engines
const opened = async (engine: EngineName) => {
  const database = await engines[engine]()
  onTestFinished(() => database.close())
  return database
}

/** What the fixture of the newest schema holds, and enough of it that no table comes in one piece. */
const filled = async (engine: EngineName) => {
  const database = await opened(engine)
  await database.write(every, async (db) => {
    await db.run('DELETE FROM server WHERE key = ?', 'epoch')
    for (const { name, columns } of tables) {
      const lines = (fixture as Record<string, Record<string, Value>[]>)[name] ?? []
      await db.insert(
        `${name} (${columns.join()})`,
        lines.map((line) =>
          columns.map((column) =>
            column === 'bytes' ? Buffer.from(String(line[column]), 'hex') : (line[column] ?? null),
          ),
        ),
      )
    }
    const campus = String(fixture.campuses[0]?.id)
    const photo = [campus, 'big', 25 * 5, 'image/jpeg', '0193-d1', 25 * 5, 1]
    await db.insert('blobs (campus, sha, size, type, device, received, created)', [photo])
    for (let at = 0; at < 25; at += 1)
      await db.insert('chunks (campus, sha, at, bytes)', [[campus, 'big', at * 5, Buffer.from([at, 0, 255, 10, 13])]])
    const rows = Array.from({ length: 1_203 }, (_, at): Value[] => [
      campus,
      'people',
      `p${at}`,
      4 + at,
      null,
      `{"é":"\n${at}"}`,
      at,
    ])
    await db.insert('rows (campus, tbl, id, seq, sole, state, digest)', rows)
  })
  return database
}

const epochOf = (database: Database) => ledgerIn(database, Date.now).read('k4m2p9q1zz', (at) => at.epoch())

const pairs = (['SQLite', 'PostgreSQL'] as const).flatMap((from) =>
  (['SQLite', 'PostgreSQL'] as const).map((to) => [from, to] as const),
)

test.each(pairs)(
  'a backup from %s is put back in %s: every line of every table, in another epoch',
  async (from, to) => {
    const [source, target] = [await filled(from), await opened(to)]
    const file = join(folder, 'all.gz')
    await backUp(source, file)
    await restore({ database: target, now: Date.now() }, file)
    const all = await allOf(source)
    expect(await allOf(target)).toEqual(all)
    expect([all.rows?.length, all.chunks?.length]).toEqual([1_203 + fixture.rows.length, 25 + fixture.chunks.length])
    expect(await epochOf(target)).not.toBe(await epochOf(source))
    const next = (database: Database) => ledgerIn(database, Date.now).write('k4m2p9q1zz', (at) => at.raise(1))
    expect(await next(target)).toBeGreaterThan((await next(source)) + 1_000_000)
  },
)

test.each(['SQLite', 'PostgreSQL'] as const)(
  'what is written in %s meanwhile is in a backup whole, or not at all',
  async (engine) => {
    const source = await filled(engine)
    const ledger = ledgerIn(source, Date.now)
    let isOver = false
    const write = async (name: string) => {
      for (let at = 0; !isOver; at += 1) {
        // SQLite answers at once: files would never have their turn.
        await new Promise((go) => setImmediate(go))
        await ledger.write('k4m2p9q1zz', async (to) => {
          const seq = await to.raise(1)
          const row = `${name}-${at}`
          await to.putRows([{ table: 'people', row, seq, sole: null, state: '{}', digest: seq }])
          await to.addDevice({ id: row, member: row, name: row })
        })
      }
    }
    onTestFinished(() => {
      isOver = true
    })
    const writers = Promise.all(['a', 'b', 'c', 'd'].map(write))
    const counts: number[] = []
    for (const name of ['one', 'two', 'three']) {
      const [file, target] = [join(folder, `${name}.gz`), await opened('SQLite')]
      await backUp(source, file)
      await restore({ database: target, now: Date.now() }, file)
      const { rows = [], devices = [] } = await allOf(target)
      const named = (lines: unknown[]) =>
        (lines as Value[][]).flat().filter((value) => /^[a-d]-\d+$/.test(String(value)))
      expect(named(rows)).toEqual([...new Set(named(devices))])
      counts.push(rows.length)
    }
    isOver = true
    await writers
    // They did write.
    expect(counts[2]).toBeGreaterThan(counts[0] ?? 0)
  },
)

test('no table and no column is left out, and both engines have the same', async () => {
  const known = tables.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column}`)).sort()
  await opened('SQLite')
  const db = connect(join(folder, readdirSync(folder).find((name) => name.endsWith('.db')) ?? ''))
  const inSqlite = db.all(
    `SELECT t.name AS tbl, c.name AS col FROM sqlite_schema t JOIN pragma_table_info(t.name) c WHERE t.type = 'table'`,
  )
  db.close()
  expect(inSqlite.map(({ tbl, col }) => `${tbl}.${col}`).sort()).toEqual(known)
  const inPostgres = await (await opened('PostgreSQL')).read(every, (at) =>
    at.all(
      `SELECT table_name AS tbl, column_name AS col FROM information_schema.columns WHERE table_schema = 'public'`,
    ),
  )
  expect(inPostgres.map(({ tbl, col }) => `${tbl}.${col}`).sort()).toEqual(known)
})

describe('a file that is no whole backup is refused, and nothing is changed', () => {
  const refused = async (spoil: (bytes: Buffer) => Buffer, line: RegExp) => {
    const [source, target] = [await filled('SQLite'), await opened('SQLite')]
    const [file, spoilt] = [join(folder, 'whole.gz'), join(folder, 'spoilt.gz')]
    await backUp(source, file)
    writeFileSync(spoilt, spoil(readFileSync(file)))
    const before = await allOf(target)
    await expect(restore({ database: target, now: Date.now() }, spoilt)).rejects.toThrow(line)
    expect(await allOf(target)).toEqual(before)
  }
  const text = (alter: (text: string) => string) => (bytes: Buffer) => gzipSync(alter(gunzipSync(bytes).toString()))

  test.each([0, 1, 15, 200, 0.5, 0.9, -1, -9])('cut at %s', (at) =>
    refused(
      (bytes) => bytes.subarray(0, at < 0 ? bytes.length + at : at < 1 ? Math.floor(bytes.length * at) : at),
      /pas une sauvegarde entière/,
    ),
  )
  test.each([
    ['one letter altered', text((all) => all.replace('Nadia', 'Nadja'))],
    ['a line less', text((all) => all.replace(/\["rows".*\n/, ''))],
    ['its end missing', text((all) => all.replace(/\{"end".*\n$/, ''))],
    ['something behind its end', text((all) => `${all}["server","x","y"]\n`)],
    ['something else', () => gzipSync('{"maillage":"photo"}\n')],
    ['no archive', () => Buffer.from('SQLite format 3')],
    ['a table nobody has', text((all) => all.replace('"server",["key"', '"server; DROP",["key"'))],
  ])('%s', (_, spoil) => refused(spoil, /pas une sauvegarde entière/))
  test('of a newer version', () =>
    refused(
      text((all) => all.replace(/"schema":\d+/, '"schema":99')),
      /version plus récente/,
    ))
})

test('where somebody is a member it is replaced only when that is asked for, and what was there is kept beside', async () => {
  const [source, target] = [await filled('SQLite'), await filled('SQLite')]
  await target.write(every, (db) => db.run("UPDATE devices SET name = 'Autre téléphone'"))
  const [file, aside] = [join(folder, 'all.gz'), join(folder, 'aside.gz')]
  await backUp(source, file)
  const before = await allOf(target)
  await expect(restore({ database: target, now: 1 }, file)).rejects.toThrow('--replace')
  expect(await allOf(target)).toEqual(before)
  await restore({ database: target, now: Date.now() }, file, aside)
  expect(await allOf(target)).toEqual(await allOf(source))
  const third = await opened('SQLite')
  await restore({ database: third, now: Date.now() }, aside)
  expect(await allOf(third)).toEqual(before)
})

test('what a version of before kept comes to the schema of today', async () => {
  const [source, target] = [await filled('SQLite'), await opened('PostgreSQL')]
  const file = join(folder, 'all.gz')
  await backUp(source, file)
  // As a server of the first schema would have written it: without the tables and the column of the second.
  const later = new Set(['texts', 'blobs', 'chunks'])
  const lines = gunzipSync(readFileSync(file)).toString().trimEnd().split('\n').slice(1, -1)
  const kept = lines.map((line) => JSON.parse(line) as Value[]).filter(([name]) => !later.has(String(name)))
  const early = kept.map((line) => JSON.stringify(line[0] === 'rows' ? line.slice(0, -1) : line))
  const header = {
    ...{ maillage: 'backup', format: 1, schema: 1, at: '2026-11-29T08:00:00.000Z' },
    tables: tables
      .filter(({ name }) => !later.has(name))
      .map(({ name, columns }) => [name, columns.filter((column) => column !== 'digest' || name !== 'rows')]),
  }
  const counts = Object.fromEntries(tables.map(({ name }) => [name, kept.filter(([of]) => of === name).length]))
  const body = `${[JSON.stringify(header), ...early].join('\n')}\n`
  const end = JSON.stringify({ end: true, counts, sha256: createHash('sha256').update(body).digest('hex') })
  const old = join(folder, 'old.gz')
  writeFileSync(old, gzipSync(`${body}${end}\n`))
  await restore({ database: target, now: Date.now() }, old)
  const [found, all] = [await allOf(target), await allOf(source)]
  expect(found.changes).toEqual(all.changes)
  expect([found.rows?.length, found.texts]).toEqual([all.rows?.length, []])
})

test('an empty database is no backup, and a file that is not there is said to be so', async () => {
  const source = await opened('SQLite')
  const file = join(folder, 'all.gz')
  await expect(backUp(source, file)).rejects.toThrow('aucun espace')
  expect(readdirSync(folder)).not.toContain('all.gz')
  await expect(restore({ database: source, now: 1 }, file)).rejects.toThrow(/all\.gz n’existe pas/)
})

test('nobody else on the machine may read it, nothing is written over, and what failed leaves no file', async () => {
  const source = await filled('SQLite')
  const file = join(folder, 'all.gz')
  await backUp(source, file)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  await expect(backUp(source, file)).rejects.toThrow('existe déjà')
  await expect(backUp(source, join(folder, 'nowhere/all.gz'))).rejects.toThrow('ENOENT')
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
})
