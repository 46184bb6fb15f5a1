import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { packed, unpacked } from '../../src/protocol/packed.ts'
import { messageType, packedReply, packedRequest, packedType } from '../../src/protocol/sync-message.ts'
import { maxBytes } from '../../src/server/request-body.ts'
import { httpTransport } from '../../src/sync/transport.ts'
import { houseOfTwo, type Phone, post } from './test-phone.ts'

const { house, a, b } = await houseOfTwo()
afterAll(() => house.close())

const both = `${packedType}, ${messageType}`
const sent = (phone: Phone, body: unknown, headers: Record<string, string> = {}) =>
  post<unknown>(`${house.url}/api/c/${phone.campus}/sync`, body, { ...phone.headers, ...headers })
const asPacked = (phone: Phone, body: unknown, headers: Record<string, string> = {}) =>
  sent(phone, body, { 'content-type': packedType, accept: both, ...headers })

test('who says that they understand it is answered packed, and may ask so; who does not is answered as ever', async () => {
  const row = randomUUID()
  const asked = { p: 1, rid: 'r1', cursor: 0, changes: [a.change('people', row, { name: 'Nadia Fontaine' })] }
  const taken = await asPacked(a, packed(packedRequest, asked))
  expect(taken.headers.get('content-type')).toBe(packedType)
  expect(unpacked(packedReply, taken.body)).toMatchObject({ p: 1, rid: 'r1', acked: 1 })
  const plain = await sent(b, { p: 1, rid: 'r2', cursor: 0, whole: true })
  const told = await sent(b, { p: 1, rid: 'r2', cursor: 0, whole: true }, { accept: both })
  expect([plain, told].map(({ headers }) => headers.get('content-type'))).toEqual([messageType, packedType])
  expect(unpacked(packedReply, told.body)).toEqual({ ...(plain.body as object), now: expect.any(Number) })
  expect(JSON.stringify(plain.body)).toContain('Nadia Fontaine')
})

test('what only a later build says travels beside what has a place', async () => {
  const change = { ...a.change('people', randomUUID(), { name: 'Omar' }), ofALaterBuild: [1] }
  const asked = packed(packedRequest, { p: 1, rid: 'r1', cursor: 0, ofALaterBuild: { x: 1 }, changes: [change] })
  const { status, body } = await asPacked(a, asked)
  expect([status, unpacked(packedReply, body)]).toMatchObject([200, { acked: change.n }])
})

describe('a packed body that is none', () => {
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
  test.each([
    ['nothing', ''],
    ['half a message', '[1,"r",0,'],
    ['a message by its names', { p: 1, rid: 'r', cursor: 0 }],
    ['too few values', [1, 'r']],
    ['too many', [1, 'r', 0, 'e', [], {}, {}]],
    ['another protocol', [2, 'r', 0]],
    ['a cursor that is text', [1, 'r', '0; DROP TABLE rows']],
    ['a list where all else is', [1, 'r', 0, 'e', [], []]],
    ['a cursor told twice', [1, 'r', 0, 'e', [], { cursor: 5 }]],
    ['a prototype', '[1,"r",0,"e",[],{"__proto__":{"whole":true}}]'],
    ['a change by its names', [1, 'r', 0, 'e', [{ n: 1, id: 'x' }]]],
    ['a change without a number', [1, 'r', 0, 'e', [[null, 'x']]]],
    ['200 levels', nested(200)],
    ['100,000 levels', nested(100_000)],
    ['100,000 levels where changes are', `[1,"r",0,"e",${nested(100_000)}]`],
  ])('%s: 400, and not packed', async (_, body) => {
    const { status, body: said, headers } = await asPacked(a, body)
    expect([status, said]).toEqual([400, { p: 1, error: 'invalid' }])
    expect(headers.get('content-type')).toBe(messageType)
  })

  test('a bad change refuses that change, and nothing else', async () => {
    const short = [a.change('people', 'r', {}).n, randomUUID()]
    const good = a.change('people', randomUUID(), { name: 'Lou' })
    const changes = [short, packed(packedRequest.lists?.changes ?? { places: [] }, good)]
    const { body } = await asPacked(a, [1, 'r', 0, null, changes])
    expect(unpacked(packedReply, body)).toMatchObject({ acked: good.n, refused: [{ n: short[0] }] })
  })

  test('where nothing travels packed: 415', async () => {
    const { status, body } = await post(`${house.url}/api/c/${a.campus}/held`, [1], {
      ...a.headers,
      'content-type': packedType,
    })
    expect([status, body]).toEqual([415, { p: 1, error: 'not-ours' }])
  })

  test('too large: answered by the name of its request, zipped or not', async () => {
    const text = JSON.stringify([1, 'r7', 0, null, [[1, 'x'.repeat(maxBytes)]]])
    const named = { status: 413, body: { p: 1, error: 'too-large', maxBytes, rid: 'r7' } }
    expect(await asPacked(a, text)).toMatchObject(named)
    expect(await asPacked(a, new Uint8Array(gzipSync(text)), { 'content-encoding': 'gzip' })).toMatchObject(named)
  }, 60_000)
})

test('a phone whose server is taken back to one of before goes on without a word, and packs again after the next', async () => {
  const seen: [type: string | undefined, status: number][] = []
  let isOfBefore = false
  /** A server of before knows neither the type nor what it means in `Accept`. */
  const meets = (given: Record<string, string>): Record<string, string> =>
    isOfBefore
      ? { ...given, Accept: messageType, 'Content-Type': given['Content-Type'] === packedType ? 'x/y' : messageType }
      : given
  const through: typeof fetch = async (url, given) => {
    const headers = given?.headers as Record<string, string>
    const response = await fetch(url, { ...given, headers: { ...meets(headers), ...b.headers } })
    seen.push([headers['Content-Type'], response.status])
    return response
  }
  const url = `${house.url}/api/c/${b.campus}/sync`
  const ask = httpTransport({ url, device: b.device, fetch: through, timer: () => () => {}, clock: Date.now })
  const row = randomUUID()
  const says = (name: string, cursor = 0) =>
    ask(
      { p: 1, rid: randomUUID().slice(0, 6), cursor, changes: [b.change('people', row, { name })] },
      new AbortController().signal,
    )
  const answers = [await says('Un'), await says('Deux')]
  isOfBefore = true
  answers.push(await says('Trois'), await says('Quatre'))
  isOfBefore = false
  answers.push(await says('Cinq'), await says('Six'))
  expect(answers.map((one) => one.kind === 'reply' && one.reply.acked)).toEqual([1, 2, 3, 4, 5, 6])
  const [plain, pack] = [messageType, packedType]
  expect(seen).toEqual([
    ...[
      [plain, 200],
      [pack, 200],
      [pack, 415],
      [plain, 200],
      [plain, 200],
      [plain, 200],
      [pack, 200],
    ],
  ])
})
