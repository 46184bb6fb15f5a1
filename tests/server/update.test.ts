import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import type { SentChange, SyncReply } from '../../src/protocol/sync-message.ts'
import { deviceHeader } from '../../src/protocol/sync-message.ts'
import { digestOf } from '../../src/server/session.ts'
import { connect } from '../../src/server/sqlite/connection.ts'
import { steps } from '../../src/server/sqlite/steps.ts'
import { leftBy } from './left-by.ts'
import { type ServedApp, serveApp } from './served-app.ts'
import { post } from './test-phone.ts'

const campus = 'k4m2p9q1zz'
const device = randomUUID()
/** A phone that an earlier version let in. */
const letIn = (db: ReturnType<typeof connect>) => {
  const now = Date.now()
  db.run('INSERT INTO devices VALUES (?, ?, ?, ?, 0, ?, ?)', campus, device, '0193-m1', 'Téléphone', now, now)
  db.run('INSERT INTO sessions VALUES (?, ?, ?, ?, ?)', digestOf('kept'), campus, device, now, now)
}
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-update-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
const inFile = <T>(folder: string, act: (db: ReturnType<typeof connect>) => T): T => {
  const db = connect(join(folder, 'maillage.db'))
  try {
    return act(db)
  } finally {
    db.close()
  }
}
const serving = async (dataDir: string) => {
  const server = await serveApp({ dataDir })
  onTestFinished(() => server.close())
  return server
}
/** A command of who runs the server: what it says, and what it complains of. */
const admin = (dataDir: string, ...args: string[]) =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', 'src/server/admin.ts', ...args], {
    env: { ...process.env, MAILLAGE_DATA: dataDir },
  }).catch((error: { stdout: string; stderr: string }) => error)

const asks = async ({ url }: Pick<ServedApp, 'url'>, more: { changes?: SentChange[]; epoch?: string } = {}) => {
  const headers = { cookie: `maillage-${device}=kept`, [deviceHeader]: device }
  const asked = { p: 1, rid: 'r', cursor: 0, limit: 1_000, whole: true, ...more }
  const { status, body } = await post<SyncReply>(`${url}/api/c/${campus}/sync`, asked, headers)
  expect(status).toBe(200)
  return body
}
const namesIn = ({ rows = [] }: SyncReply) =>
  rows.filter(({ table }) => table === 'people').map(({ fields }) => fields.name)
const noting = (n: number, name: string): SentChange => {
  const row = `0193-new-${n}`
  return { n, id: `${row}-c`, schema: 1, table: 'people', row, base: 0, at: Date.now(), offset: 0, fields: { name } }
}

test.each(steps.map((_, at) => at + 1))(
  'from version %i to today’s and back: nobody enters anew, and nothing that was noted is missing',
  async (version) => {
    const dataDir = newFolder()
    leftBy(join(dataDir, 'maillage.db'), version)
    inFile(dataDir, letIn)
    const before = join(newFolder(), 'before.gz')

    // Today's commands leave an earlier database to the server that runs it.
    const early = await admin(dataDir, 'backup', before)
    const says = version < steps.length ? ['stderr', /version antérieure/] : (['stdout', /Sauvegarde écrite/] as const)
    expect(early[says[0] as 'stderr']).toMatch(says[1])
    expect(inFile(dataDir, (db) => db.one('PRAGMA user_version')?.user_version)).toBe(version)

    const updated = await serving(dataDir)
    expect(namesIn(await asks(updated))).toEqual(['Nadia Fontaine'])
    const kept = noting(1, 'Ali Haddad')
    expect((await asks(updated, { changes: [kept] })).acked).toBe(1)
    if (version < steps.length) expect((await admin(dataDir, 'backup', before)).stderr).toBe('')
    const lost = noting(2, 'Zoé Martin')
    const last = await asks(updated, { changes: [lost] })
    expect(await updated.stop()).toBe(0)

    // A server of before meets a database of after.
    inFile(dataDir, (db) => db.exec(`PRAGMA user_version = ${steps.length + 1}`))
    await expect(serveApp({ dataDir })).rejects.toThrow('code 1')
    expect((await admin(dataDir, 'campus', 'list')).stderr).toMatch(/version plus récente/)

    const empty = newFolder()
    expect((await admin(empty, 'restore', before)).stdout).toContain('renverront')
    const back = await serving(empty)
    const found = await asks(back, { epoch: last.epoch as string })
    expect(found.epoch).not.toBe(last.epoch)
    // As the app does: it says again what it kept.
    const after = await asks(back, { changes: [kept, lost], epoch: found.epoch as string })
    expect(namesIn(after)).toEqual(['Nadia Fontaine', 'Ali Haddad', 'Zoé Martin'])
    expect(after.acked).toBe(2)
  },
  60_000,
)
