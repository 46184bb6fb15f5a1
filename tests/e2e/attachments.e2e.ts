import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openLedger } from '../../src/server/open-ledger.ts'
import { startCuttingWire } from './cutting-wire.ts'
import { addFiles, madePdf, madePhoto, madePng, picturesOn } from './files.ts'
import { add, home, online, open } from './hands.ts'
import { installedOffline, type Phone, takePhone } from './phone.ts'
import { storedIn } from './stored.ts'
import { allSent, foundSpace, type House, inviteFrom, joinSpace, startHouse, stateLine } from './team.ts'

const who = 'Amel Bensaïd'
let house: House
let a: Phone
let b: Phone
beforeEach(async () => {
  house = await startHouse()
  a = await foundSpace(house, 'Inès Moreau')
  b = await joinSpace(house, await inviteFrom(a, 'Hugo Lambert'))
  await add(a, who)
  await home(a)
  await allSent(a)
})
afterEach(async () => {
  await Promise.all([a, b].map((phone) => phone?.discard()))
  await house.discard()
})

const kept = ({ page }: Phone) => page.getByText('Enregistré sur ce téléphone', { exact: true }).waitFor()
const tiles = ({ page }: Phone) => page.getByRole('main').getByRole('button', { name: /^Voir / })
/** The bytes of every attachment on this phone, as latin1 text. */
const bytesOn = ({ page }: Phone): Promise<string[]> =>
  storedIn(page).then(({ blobs = [] }) =>
    page.evaluate(
      async (shas) => {
        const answer = <T>(request: IDBRequest<T>) =>
          new Promise<T>((done) => (request.onsuccess = () => done(request.result)))
        for (const { name = '' } of await indexedDB.databases()) {
          const db = await answer(indexedDB.open(name))
          const store = db.objectStoreNames.contains('blobs') && db.transaction('blobs').objectStore('blobs')
          const all = store ? await answer(store.getAll()) : []
          db.close()
          if (all.length === shas.length && all.length > 0)
            return all.map(({ bytes }) => new TextDecoder('latin1').decode(bytes))
        }
        return []
      },
      blobs.map(({ sha }) => String(sha)),
    ),
  )

test('a photo taken offline is on A at once, outlives the phone’s death, and is on B when the network is back', async () => {
  await installedOffline(a)
  await open(a, who)
  const photo = await madePhoto(a)
  await house.kill()
  await addFiles(a, 'Ajouter une photo', photo)
  await kept(a)
  await expect.poll(() => picturesOn(a)).toEqual([{ width: 1_200, height: 1_600 }])
  const [bytes = ''] = await bytesOn(a)
  expect([bytes.slice(0, 3), bytes.includes('Exif'), bytes.includes('GPS')]).toEqual(['ÿØÿ', false, false])
  expect(photo.buffer.includes('GPS 44.9334')).toBe(true)

  await a.kill()
  a = await a.relaunch()
  await stateLine(a)
    .getByText(/^1\s+photo ou document à envoyer/)
    .waitFor()
  await open(a, who)
  await a.page.getByText('À envoyer', { exact: true }).waitFor()

  await house.start()
  for (const phone of [a, b]) await online(phone)
  await a.page.getByText('À envoyer', { exact: true }).waitFor({ state: 'detached' })
  await home(a)
  await allSent(a)
  await open(b, who)
  await expect.poll(() => picturesOn(b), { timeout: 30_000 }).toEqual([{ width: 1_200, height: 1_600 }])
  expect(await bytesOn(b)).toEqual([bytes])

  // The whole picture, and the back gesture closes it.
  await tiles(b).first().tap()
  const full = b.page.getByRole('dialog')
  await full.getByRole('img', { name: /^Photo du/ }).waitFor()
  await full.getByText(/^Inès Moreau/).waitFor()
  await b.page.goBack()
  await full.waitFor({ state: 'hidden' })
  await b.page.getByRole('heading', { name: who, level: 1 }).waitFor()

  // What B has seen is there without any network.
  await house.kill()
  await b.page.reload()
  await expect.poll(() => picturesOn(b)).toHaveLength(1)
})

test('on a link that is cut every 100 KiB a document arrives, hardly any of it twice, and every word before it', async () => {
  const wire = await startCuttingWire(house.url)
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
    wire.close()
  }
})

test('what B’s phone has not sent is told by name on A, and appears there by itself', async () => {
  const wire = await startCuttingWire(house.url)
  const c = await joinSpace(house, await inviteFrom(a, 'Karim Colin'), await takePhone(wire.url), wire.url)
  try {
    await open(c, who)
    const photo = await madePhoto(c)
    wire.cutAfter(3_500)
    await addFiles(c, 'Ajouter une photo', photo)
    await open(a, who)
    await a.page.getByText('Encore sur le téléphone de Karim Colin').waitFor({ timeout: 60_000 })
    wire.cutAfter(Number.POSITIVE_INFINITY)
    await online(c)
    await expect.poll(() => picturesOn(a), { timeout: 60_000 }).toHaveLength(1)
  } finally {
    await c.discard()
    wire.close()
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
  const ledger = openLedger(house.dataDir)
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
