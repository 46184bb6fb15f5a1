import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { digestThere, withDigest } from '../../../src/protocol/row-digest.ts'
import { unpacked, writtenRow } from '../../../src/server/row-text.ts'
import { connect } from '../../../src/server/sqlite/connection.ts'
import { openSqliteLedger } from '../../../src/server/sqlite/ledger.ts'
import { openFile } from '../../../src/server/sqlite/open.ts'
import { steps } from '../../../src/server/sqlite/steps.ts'
import { fixtures, leftBy } from '../left-by.ts'

const newFile = () => {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'maillage.db')
}

test('every step has a fixture of what it left, of every table it has', () => {
  expect(Object.keys(fixtures).map(Number)).toEqual(steps.map((_, at) => at + 1))
  for (const [version, fixture] of Object.entries(fixtures)) {
    const db = connect(leftBy(newFile(), Number(version)))
    const tables = db.all("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").map(({ name }) => name)
    expect(tables).toEqual(Object.keys(fixture).sort())
    db.close()
  }
})

test.each(Object.entries(fixtures))('what version %s kept is all there', async (version) => {
  const ledger = openSqliteLedger(leftBy(newFile(), Number(version)))
  onTestFinished(() => ledger.close())
  await ledger.read('k4m2p9q1zz', async (at) => {
    expect(await at.epoch()).toBe('Zk3xQ0aa')
    expect(await at.campus()).toMatchObject({ name: 'Campus des métiers', seq: 3, claimed: true })
    expect(await at.session('session-digest')).toMatchObject({ device: '0193-d1', member: '0193-m1' })
    expect(await at.device('0193-d1')).toMatchObject({ acked: 3 })
    expect(await at.link('code-digest')).toMatchObject({ kind: 'invite', name: 'Ali Haddad' })
    const [row] = await at.rows([{ table: 'people', row: '0193-p1' }])
    expect(unpacked(row?.state ?? '')).toMatchObject({ seq: 3, fields: { name: { v: 'Nadia Fontaine', n: 3 } } })
    const history = await at.history({ table: 'people', row: '0193-p1', field: 'name' }, 99, 9)
    expect(history.map(({ change }) => change)).toEqual(['Nadia Fontaine', 'Nadia'])
  })
})

test('rows from before there were digests are counted all the same', async () => {
  const ledger = openSqliteLedger(leftBy(newFile(), 1))
  onTestFinished(() => ledger.close())
  const [rows, digest] = await ledger.read('k4m2p9q1zz', async (at) => [await at.rowsAfter(0, 99), await at.digest()])
  expect(rows.length).toBeGreaterThan(0)
  const sum = rows.reduce((sum, { table, row, state }) => withDigest(sum, digestThere(table, row, unpacked(state))), 0)
  expect(digest).toBe(sum)
  await ledger.write('k4m2p9q1zz', (at) => at.putRows(rows.map((row) => writtenRow(row, unpacked(row.state)))))
  expect(await ledger.read('k4m2p9q1zz', (at) => at.digest())).toBe(sum)
})

test('what is acknowledged is on the disk: WAL, every commit flushed, links between tables held', () => {
  const { writer, reader } = openFile(newFile())
  const is = (name: string) => Object.values(writer.one(`PRAGMA ${name}`) ?? {})[0]
  expect(['journal_mode', 'synchronous', 'foreign_keys'].map(is)).toEqual(['wal', 2, 1])
  expect(is('busy_timeout')).toBeGreaterThan(0)
  expect(() => reader.run("INSERT INTO server VALUES ('a', 'b')")).toThrow(/readonly/)
  writer.close()
  reader.close()
})

test('a database of a newer version is left alone', () => {
  const file = newFile()
  openFile(file).writer.exec('PRAGMA user_version = 99')
  expect(() => openFile(file)).toThrow(/version plus récente/)
})

test('only the server brings a database up: a command that came with an update leaves it to the old server', () => {
  const file = leftBy(newFile(), 1)
  const version = () => {
    const db = connect(file)
    const { user_version } = db.one('PRAGMA user_version') ?? {}
    db.close()
    return user_version
  }
  expect(() => openFile(file, { mayClimb: false })).toThrow(/version antérieure/)
  expect(version()).toBe(1)
  const { writer, reader } = openFile(file)
  writer.close()
  reader.close()
  expect(version()).toBe(steps.length)
  openFile(file, { mayClimb: false }).writer.close()
})
