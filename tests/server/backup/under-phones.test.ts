import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { backUp, restore } from '../../../src/server/backup/restore.ts'
import { runHouse } from '../running-house.ts'
import { enterWith } from '../test-phone.ts'

test('a backup is put back under a server that runs: phones stay in, and bring back what it did not have', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-backup-'))
  const house = await runHouse()
  onTestFinished(async () => {
    await house.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const phone = await enterWith(house, await house.setUp())
  const [kept, lost] = ['Nadia', 'Ali'].map((name) => phone.change('people', randomUUID(), { name }))
  const before = (await phone.sync({ changes: [kept] })).body
  expect(before.acked).toBe(kept?.n)
  const file = join(folder, 'all.gz')
  await backUp(house.database, file)
  expect((await phone.sync({ changes: [lost] })).body.acked).toBe(lost?.n)

  await restore({ database: house.database, now: Date.now() }, file, join(folder, 'aside.gz'))
  const after = await phone.sync({ cursor: 0 })
  expect(after.body.lost?.at(-1)?.[0]).toBe(before.cursor)
  expect(after.status).toBe(200)
  expect(after.body.epoch).not.toBe(before.epoch)
  expect(after.body.acked).toBe(kept?.n)
  // As the app does with all it kept: what is known has no effect again.
  expect((await phone.sync({ changes: [kept, lost] })).body).toMatchObject({ acked: lost?.n })
  const colleague = await enterWith(house, await phone.inviteToken(), 'Paul Autre')
  const rows = (await colleague.sync({ cursor: 0, whole: true })).body.rows ?? []
  expect(rows.filter(({ table }) => table === 'people').map(({ fields }) => fields.name)).toEqual(['Nadia', 'Ali'])
})
