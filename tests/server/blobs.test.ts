import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { blobType, mostOfChunk, offsetHeader, rowHeader } from '../../src/protocol/blob-message.ts'
import { deviceHeader } from '../../src/protocol/sync-message.ts'
import { MOST_A_DAY } from '../../src/server/take-blob.ts'
import { blobHands, madePhoto, shaOf } from './blob-phone.ts'
import { type RunningHouse, runHouse } from './running-house.ts'
import { enterWith, type Phone } from './test-phone.ts'

let house: RunningHouse
let a: Phone
let b: Phone
let stranger: Phone
let hands: ReturnType<typeof blobHands>
beforeAll(async () => {
  house = await runHouse()
  a = await enterWith(house, await house.setUp())
  b = await enterWith(house, await a.inviteToken(), 'Ali Haddad')
  stranger = await enterWith(house, await house.setUp(), 'Paul Autre')
  hands = blobHands(house, a)
})
afterAll(() => house?.close())

const send = async (bytes: Buffer, row: string, sha = shaOf(bytes)) => {
  let last = await hands.bring(sha, row, 0)
  for (let at = 0; at < bytes.length; at += mostOfChunk)
    last = await hands.bring(sha, row, at, bytes.subarray(at, at + mostOfChunk))
  return last
}

test('a photo comes in chunks and goes out whole, to a colleague too, as nothing a browser would draw or run', async () => {
  const photo = madePhoto(600_000)
  const row = await hands.refer(photo)
  expect(await send(photo, row)).toEqual({ status: 200, body: { p: 1, sha: shaOf(photo), at: 600_000 } })
  for (const phone of [a, b]) {
    const given = await hands.fetch(shaOf(photo), phone.headers)
    expect(Buffer.from(await given.arrayBuffer()).equals(photo)).toBe(true)
    expect(given.headers.get('content-type')).toBe(blobType)
    expect(given.headers.get('content-disposition')).toBe('attachment')
    expect(given.headers.get('x-content-type-options')).toBe('nosniff')
    expect(given.headers.get('cache-control')).toBe('private, no-store')
  }
})

test('the same chunk twice has one effect, and a chunk for another place is told the right one', async () => {
  const photo = madePhoto(mostOfChunk + 10)
  const [row, sha] = [await hands.refer(photo), shaOf(photo)]
  const [first, rest] = [photo.subarray(0, mostOfChunk), photo.subarray(mostOfChunk)]
  expect((await hands.bring(sha, row, 5, first)).body.at).toBe(0)
  for (const at of [mostOfChunk, mostOfChunk]) expect((await hands.bring(sha, row, 0, first)).body.at).toBe(at)
  expect((await hands.bring(sha, row, 0)).body.at).toBe(mostOfChunk)
  for (const at of [photo.length, photo.length])
    expect((await hands.bring(sha, row, mostOfChunk, rest)).body.at).toBe(at)
  expect(Buffer.from(await (await hands.fetch(sha)).arrayBuffer()).equals(photo)).toBe(true)
})

test('what a browser says again by itself after a cut is taken from where it is new', async () => {
  const photo = madePhoto(200_000)
  const [row, sha] = [await hands.refer(photo), shaOf(photo)]
  await hands.bring(sha, row, 0, photo.subarray(0, 60_000))
  expect((await hands.bring(sha, row, 0, photo.subarray(0, 150_000))).body.at).toBe(150_000)
  expect((await hands.bring(sha, row, 140_000, photo.subarray(140_000))).body.at).toBe(200_000)
})

/** A line on which a chunk of so many bytes was announced, and none of it has come yet. */
const beginning = async (row: string, sha: string, length: number) => {
  const socket = connect(Number(new URL(house.url).port), 'localhost')
  await once(socket, 'connect')
  const headers = { ...a.headers, [offsetHeader]: 0, [rowHeader]: row, 'content-length': length, host: 'localhost' }
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.write(`PATCH ${new URL(hands.address(sha)).pathname} HTTP/1.1\r\n${head.join('')}\r\n`)
  return socket
}

test('what came of a chunk that was cut on its way is kept', async () => {
  const photo = madePhoto(200_000)
  const [row, sha] = [await hands.refer(photo), shaOf(photo)]
  const socket = await beginning(row, sha, photo.length)
  socket.write(photo.subarray(0, 100_000), () => socket.end())
  await expect.poll(async () => (await hands.bring(sha, row, 0)).body.at).toBe(100_000)
  expect((await hands.bring(sha, row, 100_000, photo.subarray(100_000))).body.at).toBe(200_000)
})

test('who comes back before the cut was noticed finds what had come, and brings none of it twice', async () => {
  const photo = madePhoto(200_000)
  const [row, sha] = [await hands.refer(photo), shaOf(photo)]
  const socket = await beginning(row, sha, photo.length)
  await new Promise<void>((done) => socket.write(photo.subarray(0, 100_000), () => done()))
  // The line is still open, and says nothing more.
  await expect.poll(async () => (await hands.bring(sha, row, 0)).body.at, { timeout: 10_000 }).toBe(100_000)
  socket.destroy()
  expect((await hands.bring(sha, row, 100_000, photo.subarray(100_000))).body.at).toBe(200_000)
})

test('no byte is taken before the row that names it, nor under another’s name', async () => {
  const photo = madePhoto(5_000)
  const before = await hands.bring(shaOf(photo), randomUUID(), 0, photo)
  expect([before.status, before.body.error]).toEqual([409, 'unreferenced'])
  const other = await hands.refer(madePhoto(5_000))
  expect((await hands.bring(shaOf(photo), other, 0, photo)).body.error).toBe('unreferenced')
  expect((await hands.bring(shaOf(photo), other, 0)).body.error).toBe('unreferenced')
  expect((await hands.fetch(shaOf(photo))).status).toBe(404)
})

test('bytes that are not those of their address are forgotten, and the right ones are taken after them', async () => {
  const [photo, wrong] = [madePhoto(9_000), madePhoto(9_000)]
  const [row, sha] = [await hands.refer(photo), shaOf(photo)]
  const told = await hands.bring(sha, row, 0, wrong)
  expect([told.status, told.body]).toEqual([422, { p: 1, error: 'mismatch' }])
  expect((await hands.bring(sha, row, 0)).body.at).toBe(0)
  expect((await hands.fetch(sha)).status).toBe(404)
  expect((await hands.bring(sha, row, 0, photo)).body.at).toBe(9_000)
})

test.each([
  ['a page that calls itself a photo', Buffer.from('<html><script>alert(1)</script>'.repeat(200)), 'image/jpeg'],
  ['a drawing with scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'.repeat(200)), 'image/svg+xml'],
  ['a photo that calls itself a PDF', madePhoto(5_000), 'application/pdf'],
  ['a text with nothing of a text', Buffer.alloc(5_000), 'text/plain'],
])('%s is not kept', async (_, bytes, mediaType) => {
  const row = await hands.refer(bytes, { mediaType, name: shaOf(bytes) })
  const told = await hands.bring(shaOf(bytes), row, 0, bytes)
  expect([told.status, told.body.error]).toEqual([422, 'wrong-type'])
  expect((await hands.fetch(shaOf(bytes))).status).toBe(404)
})

test('what is no chunk is refused by a word, without a trace of the inside', async () => {
  const photo = madePhoto(300_000)
  const [row, sha] = [await hands.refer(photo), shaOf(photo)]
  const asked = [
    [sha, row, 'x', photo],
    [sha, row, -1, photo.subarray(0, 9_000)],
    [sha, '../../etc', 0, photo.subarray(0, 9_000)],
    [sha, row, 0, photo],
    ['nothing', row, 0, photo.subarray(0, 9_000)],
    [`${sha}%00`, row, 0, photo.subarray(0, 9_000)],
  ] as const
  const told: unknown[] = []
  for (const [sha, row, at, bytes] of asked) told.push((await hands.bring(sha, row, at, bytes)).body)
  expect(told).toEqual([
    { p: 1, error: 'invalid' },
    { p: 1, error: 'invalid' },
    { p: 1, error: 'invalid' },
    { p: 1, error: 'too-large', maxBytes: mostOfChunk },
    { p: 1, error: 'not-found' },
    { p: 1, error: 'not-found' },
  ])
  const small = madePhoto(5_000)
  const lying = await hands.refer(small, { size: 4_000 })
  expect((await hands.bring(shaOf(small), lying, 0, small)).body.error).toBe('invalid')
  // A row that lies about the size of somebody's bytes does not keep them out.
  await hands.bring(shaOf(small), lying, 0, small.subarray(0, 3_999))
  const honest = await hands.refer(small)
  await hands.bring(shaOf(small), honest, 0, small)
  expect((await hands.bring(shaOf(small), honest, 0, Buffer.alloc(0))).body).toMatchObject({ at: small.length })
  for (const size of [0, -1, 4_500.5, 1.5e9]) {
    const bytes = madePhoto(4_500)
    const told = await hands.bring(shaOf(bytes), await hands.refer(bytes, { size }), 0, bytes)
    expect(told.body.error).toBe('too-large')
  }
})

test('a stranger finds nothing: no campus, no photo, whether it is there or not', async () => {
  const photo = madePhoto(5_000)
  const [row, sha] = [await hands.refer(photo), shaOf(photo)]
  await hands.bring(sha, row, 0, photo)
  const theirs = blobHands(house, stranger, a.campus)
  for (const one of [sha, shaOf(Buffer.from('never'))]) {
    for (const headers of [stranger.headers, { cookie: a.cookie }, { [deviceHeader]: a.device }] as const) {
      const given = await theirs.fetch(one, headers as Record<string, string>)
      expect([given.status, await given.json()]).toEqual([404, { p: 1, error: 'not-found' }])
      const told = await theirs.bring(one, row, 0, undefined, headers as typeof a.headers)
      expect([told.status, told.body]).toEqual([404, { p: 1, error: 'not-found' }])
    }
  }
  // In their own space, the same photo is not there either, however often it is elsewhere.
  expect((await blobHands(house, stranger).fetch(sha)).status).toBe(404)
  const own = await blobHands(house, stranger).refer(photo)
  expect((await blobHands(house, stranger).bring(sha, own, 0)).body.at).toBe(0)
})

test('another site’s page sends nothing', async () => {
  const photo = madePhoto(5_000)
  const headers = { ...a.headers, 'sec-fetch-site': 'cross-site' }
  expect((await hands.bring(shaOf(photo), 'x', 0, photo, headers)).body.error).toBe('forbidden')
})

test('a device begins so much a day, and goes on the next', async () => {
  const c = await enterWith(house, await a.inviteToken(), 'Hugo Lambert')
  const own = blobHands(house, c)
  const day = 86_400_000
  try {
    for (let at = 0; at < MOST_A_DAY / 20_000_000; at += 1) {
      const bytes = madePhoto(4_500)
      const row = await own.refer(bytes, { size: 20_000_000 })
      expect((await own.bring(shaOf(bytes), row, 0, bytes)).body.at).toBe(4_500)
    }
    const more = madePhoto(4_500)
    const row = await own.refer(more)
    const told = await own.bring(shaOf(more), row, 0, more)
    expect([told.status, told.body.error]).toEqual([429, 'too-many'])
    house.clock.skew = day + 1
    expect((await own.bring(shaOf(more), row, 0, more)).body.at).toBe(4_500)
  } finally {
    house.clock.skew = 0
  }
})

test('a colleague’s open phone hears when a photo is there', async () => {
  const heard: number[] = []
  const deaf = house.house.pokes.listen({ campus: a.campus, device: b.device, hear: (seq) => heard.push(seq) })
  const photo = madePhoto(5_000)
  const row = await hands.refer(photo)
  const before = heard.length
  await hands.bring(shaOf(photo), row, 0)
  expect(heard.length).toBe(before)
  await hands.bring(shaOf(photo), row, 0, photo)
  expect(heard.length).toBe(before + 1)
  deaf()
})
