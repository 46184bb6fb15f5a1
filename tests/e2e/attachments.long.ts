import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openKeeping } from '../../src/server/open-keeping.ts'
import { startFaultProxy } from '../faults/proxy.ts'
import { a, b, house, kept, tiles, who, withTwoPhones } from './attached-phones.ts'
import { addFiles, madePdf, madePhoto, madePng, picturesOn } from './files.ts'
import { home, online, open } from './hands.ts'
import { takePhone } from './phone.ts'
import { storedIn } from './stored.ts'
import { allSent, inviteFrom, joinSpace, stateLine } from './team.ts'

withTwoPhones()

test('on a link that is cut every 100 KiB a document arrives, hardly any of it twice, and every word before it', async () => {
  const wire = await startFaultProxy(house.url)
  const c = await joinSpace(house, await inviteFrom(a, 'Karim Colin'), await takePhone(wire.url), wire.url)
  try {
    await open(c, who)
    // Words pass, files do not.
    wire.cutAfter(3_500)
    const document = madePdf(1_500_000)
    await addFiles(c, 'Ajouter un document', document)
    await kept(c)
    await open(b, who)
    await b.page.getByRole('button', { name: /^Plan du stand\.pdf/ }).waitFor({ timeout: 60_000 })
    await b.page.getByRole('button', { name: /^Plan du stand\.pdf/ }).tap()
    await b.page.getByRole('button', { name: 'Enregistrer une copie' }).tap()
    await b.page
      .getByRole('dialog')
      .getByText('Pas de réseau')
      .or(b.page.getByText('Pas encore arrivé'))
      .first()
      .waitFor()
    await home(c)
    await stateLine(c)
      .getByText(/1\s+photo ou document à envoyer/)
      .waitFor()
    expect(await stateLine(c).innerText()).not.toMatch(/Tout est envoyé/)

    wire.cutAfter(100 * 1_024)
    const before = wire.brought()
    await online(c)
    await allSent(c)
    expect(wire.brought() - before).toBeLessThan(1.3 * document.buffer.length)

    const [download] = await Promise.all([
      b.page.waitForEvent('download'),
      b.page.getByRole('button', { name: 'Enregistrer une copie' }).tap(),
    ])
    expect(download.suggestedFilename()).toBe('Plan du stand.pdf')
    expect(readFileSync(await download.path()).equals(document.buffer)).toBe(true)
  } finally {
    await c.discard()
    wire.end()
  }
})

test('a 40 MB picture is made small; one of 12,000 × 9,000 points, a drawing, an empty file and a broken one are told, and nothing is kept of them', async () => {
  await open(a, who)
  const huge = madePng(3_700, 3_650)
  expect(huge.buffer.length).toBeGreaterThan(40_000_000)
  await addFiles(a, 'Ajouter une photo', huge)
  await kept(a)
  await expect.poll(() => picturesOn(a)).toEqual([{ width: 1_600, height: 1_578 }])

  const wide = madePng(1, 1)
  wide.buffer.writeUInt32BE(12_000, 16)
  wide.buffer.writeUInt32BE(9_000, 20)
  const told = [
    [wide, /trop grande pour un téléphone/],
    [
      { ...wide, name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg xmlns="x"><script/></svg>') },
      /dessin SVG/,
    ],
    [{ ...wide, buffer: Buffer.alloc(0) }, /est vide/],
    [{ ...wide, buffer: madePng(9, 9).buffer.subarray(0, 60) }, /ne sait pas lire/],
    [
      { ...wide, name: 'IMG.HEIC', buffer: Buffer.from(`\0\0\0\x18ftypheic${'\0'.repeat(99)}`, 'latin1') },
      /ne sait pas lire/,
    ],
  ] as const
  for (const [file, words] of told) {
    await addFiles(a, 'Ajouter une photo', file)
    const line = a.page.getByText(words)
    await line.waitFor()
    await a.page.getByRole('button', { name: 'Fermer' }).first().tap()
    await line.waitFor({ state: 'detached' })
  }
  await addFiles(a, 'Ajouter un document', madePdf(20_000_001, 'Trop.pdf'))
  await a.page.getByText(/trop lourd/).waitFor()
  expect(await tiles(a).count()).toBe(1)
  expect((await storedIn(a.page)).attachments).toHaveLength(1)
})

test('after a backup was put back, photos are offered again and are there for a colleague who comes later', async () => {
  const backup = mkdtempSync(join(tmpdir(), 'maillage-backup-'))
  await house.kill()
  cpSync(house.dataDir, backup, { recursive: true })
  await house.start()
  await open(a, who)
  await addFiles(a, 'Ajouter une photo', await madePhoto(a))
  await kept(a)
  await home(a)
  await allSent(a)

  await house.kill()
  rmSync(house.dataDir, { recursive: true })
  cpSync(backup, house.dataDir, { recursive: true })
  const { ledger } = await openKeeping({ dataDir: house.dataDir })
  await ledger.renewEpoch()
  await ledger.close()
  await house.start()
  await online(a)
  const c = await joinSpace(house, await inviteFrom(a, 'Karim Colin'))
  try {
    await open(c, who)
    await expect.poll(() => picturesOn(c), { timeout: 60_000 }).toHaveLength(1)
  } finally {
    await c.discard()
    rmSync(backup, { recursive: true })
  }
})
