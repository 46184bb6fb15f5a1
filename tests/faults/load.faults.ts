import { createHash, randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addFiles, type Given } from '../e2e/files.ts'
import { add, open } from '../e2e/hands.ts'
import { installedOffline, type Phone, takePhone } from '../e2e/phone.ts'
import { foundSpace, type House, startHouse } from '../e2e/team.ts'
import { enterWith } from '../server/test-phone.ts'
import { colleagueOf } from './board.ts'
import { waitingOn } from './emptied.ts'
import { startFaultProxy } from './proxy.ts'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.discard())

/** Pictures of noise, no two alike. */
const madePhotos = async ({ page }: Phone, count: number): Promise<Given[]> => {
  const drawn = await page.evaluate(async (count) => {
    const canvas = new OffscreenCanvas(320, 240)
    const pen = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D
    const all: string[] = []
    for (let at = 0; at < count; at += 1) {
      const points = pen.createImageData(320, 240)
      for (let from = 0; from < points.data.length; from += 65_536)
        crypto.getRandomValues(points.data.subarray(from, from + 65_536))
      pen.putImageData(points, 0, 0)
      const bytes = new Uint8Array(
        await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })).arrayBuffer(),
      )
      all.push(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''))
    }
    return all
  }, count)
  return drawn.map((text, at) => ({
    ...{ name: `IMG_${at}.JPG`, mimeType: 'image/jpeg' },
    buffer: Buffer.from(text, 'latin1'),
  }))
}

/** What a week of import leaves: so many people noted and not sent, as the app writes them. The last contact is the pattern. */
const noteMany = ({ page }: Phone, count: number): Promise<void> =>
  page.evaluate(async (count) => {
    type Row = Record<string, unknown>
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, failed) => {
        request.onsuccess = () => done(request.result)
        request.onerror = () => failed(request.error)
      })
    const map = await answer(indexedDB.open('maillage'))
    const known = await answer(map.transaction('spaces').objectStore('spaces').get('known'))
    map.close()
    const db = await answer(indexedDB.open(known[known.current].name))
    const writing = db.transaction(['people', 'outbox', 'meta'], 'readwrite')
    const [people, outbox, meta] = ['people', 'outbox', 'meta'].map((name) => writing.objectStore(name)) as [
      IDBObjectStore,
      IDBObjectStore,
      IDBObjectStore,
    ]
    const [person] = (await answer(people.getAll())) as [Row]
    const mark = await answer(meta.get('mark'))
    const sent: Row[] = await answer(outbox.getAll())
    const pattern = sent.find(({ table }) => table === 'people') as Row
    const rev = mark.rev + 1
    for (let at = 1; at <= count; at += 1) {
      const [id, name, position] = [crypto.randomUUID(), `Personne ${at}`, `Responsable de l’atelier numéro ${at}`]
      people.put({ ...person, id, name, position, sort: `personne ${at}`, seq: 0, rev })
      const n = mark.lastChange + at
      outbox.put({ ...pattern, n, id: crypto.randomUUID(), row: id, base: 0, fields: { name, position } })
    }
    meta.put({ ...mark, lastChange: mark.lastChange + count, rev })
    await new Promise((done) => {
      writing.oncomplete = done
    })
    db.close()
  }, count)

test('10,000 changes and 100 photos over 100 kB a second, on a line that is cut again and again', async ({ task }) => {
  const proxy = await startFaultProxy(house.url)
  const phone = await foundSpace(house, 'Inès Moreau', await takePhone(proxy.url), proxy.url)
  try {
    const colleague = await colleagueOf(phone, house.url)
    await add(phone, 'Amel Bensaïd')
    await installedOffline(phone)
    await expect.poll(() => waitingOn(phone)).toBe(0)
    proxy.fault(({ reset }) => reset())
    await open(phone, 'Amel Bensaïd')
    await addFiles(phone, 'Ajouter une photo', await madePhotos(phone, 100))
    // A change and its bytes each.
    await expect.poll(() => waitingOn(phone), { timeout: 60_000 }).toBe(200)
    await noteMany(phone, 10_000)
    await phone.page.reload()
    await phone.page.getByRole('button', { name: 'Ajouter' }).first().waitFor()
    expect(await waitingOn(phone)).toBe(10_200)

    const before = proxy.brought()
    const from = performance.now()
    proxy.heal()
    proxy.slow(100_000, 40)
    proxy.cutAfter(150 * 1_024)
    await expect.poll(() => waitingOn(phone), { timeout: 480_000, interval: 1_000 }).toBe(0)
    task.meta.seconds = (performance.now() - from) / 1_000
    const [rows, people] = [await colleague.rows(), await colleague.people()]
    const photos = rows.filter(({ table }) => table === 'attachments')
    expect([people.length, new Set(people.map(({ fields }) => fields.name)).size]).toEqual([10_001, 10_001])
    expect(photos).toHaveLength(100)
    let bytes = 0
    for (const { fields } of photos) {
      const there = await colleague.bytesOf(fields.sha)
      bytes += there.length
      expect(createHash('sha256').update(there).digest('hex')).toBe(fields.sha)
    }
    console.log(`${bytes} bytes of photos and 10,000 changes: ${proxy.brought() - before} bytes went up`)
  } finally {
    await phone.discard()
    proxy.end()
  }
}, 600_000)

test('a hundred and fifty phones that come back at once with two hundred changes each', async () => {
  const [, secret = ''] = (await house.setUpPath()).split('#')
  const director = await enterWith(house, secret)
  const phones = [director]
  while (phones.length < 150)
    phones.push(await enterWith(house, await director.inviteToken(), `Membre ${phones.length}`))
  const answers = await Promise.all(
    phones.map((phone, at) =>
      phone.sync({
        changes: Array.from({ length: 200 }, (_, n) => phone.change('people', randomUUID(), { name: `${at}/${n}` })),
      }),
    ),
  )
  expect(answers.map(({ status, body }) => [status, body.acked])).toEqual(phones.map(() => [200, 200]))
  const names = new Set<unknown>()
  for (let [cursor, isMore] = [0, true]; isMore; ) {
    const { body } = await director.sync({ cursor, since: 0, whole: true, limit: 5_000 })
    for (const { table, fields } of body.rows ?? []) if (table === 'people') names.add(fields.name)
    cursor = body.cursor
    isMore = body.left !== undefined
  }
  expect(names.size).toBe(30_000)
})
