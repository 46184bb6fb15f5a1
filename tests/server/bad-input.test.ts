import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { maxBytes } from '../../src/server/request-body.ts'
import { type RunningHouse, runHouse } from './running-house.ts'
import { enterWith, type Phone, post } from './test-phone.ts'

let house: RunningHouse
let phone: Phone
let url: string
beforeAll(async () => {
  house = await runHouse()
  phone = await enterWith(house, await house.setUp())
  url = `${house.url}/api/c/${phone.campus}/sync`
})
afterAll(() => house?.close())

const good = { p: 1, rid: 'r', cursor: 0, limit: 10, changes: [] }
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
const send = (body: unknown, headers: Record<string, string> = {}) => post(url, body, { ...phone.headers, ...headers })

describe('a body that is not ours', () => {
  test.each([
    ['nothing', ''],
    ['half a message', JSON.stringify(good).slice(0, -5)],
    ['a page of a portal', '<!doctype html><title>Wi-Fi</title>'],
    ['a list', '[]'],
    ['null', 'null'],
    ['another protocol', JSON.stringify({ ...good, p: 2 })],
    ['a cursor that is text', JSON.stringify({ ...good, cursor: '0; DROP TABLE rows' })],
    ['a change without a number', JSON.stringify({ ...good, changes: [{ id: 'x' }] })],
    ['a number too large to count on', JSON.stringify({ ...good, changes: [{ n: 2 ** 60, id: 'x' }] })],
    ['changes that are no list', JSON.stringify({ ...good, changes: { n: 1, id: 'x' } })],
    ['a change that is a list', JSON.stringify({ ...good, changes: [[1, 'x']] })],
    ['a change that is nothing', JSON.stringify({ ...good, changes: [null] })],
    ['a number that none is', JSON.stringify({ ...good, changes: [{ n: 0, id: 'x' }] })],
    ['half a number', JSON.stringify({ ...good, changes: [{ n: 1.5, id: 'x' }] })],
    ['an id that is a number', JSON.stringify({ ...good, changes: [{ n: 1, id: 2 }] })],
    ['an id that is a text', JSON.stringify({ ...good, changes: [{ n: 1, id: 'x'.repeat(41) }] })],
    [
      'more changes than a phone ever sends',
      JSON.stringify({ ...good, changes: Array(10_001).fill({ n: 1, id: 'x' }) }),
    ],
    ['200 levels', nested(200)],
    ['100,000 levels', nested(100_000)],
    ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x00])],
  ])('%s: 400', async (_, body) => {
    const { status, body: said, headers } = await send(body)
    expect([status, said]).toEqual([400, { p: 1, error: 'invalid' }])
    expect(headers.get('content-type')).toBe('application/vnd.maillage+json')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  test.each([
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['plain text, as another site’s form can send it', { 'content-type': 'text/plain' }],
    ['plain JSON', { 'content-type': 'application/json' }],
    ['an encoding we do not read', { 'content-encoding': 'br' }],
  ])('%s: 415', async (_, headers) => {
    expect(await send(good, headers)).toMatchObject({ status: 415, body: { p: 1, error: 'not-ours' } })
  })

  test('more than 4 MiB, as it is or inflated: 413, with how much there may be', async () => {
    const tooLarge = { status: 413, body: { p: 1, error: 'too-large', maxBytes } }
    const bomb = gzipSync(Buffer.alloc(100 * 1024 * 1024))
    expect(bomb.length).toBeLessThan(maxBytes)
    expect(await send(new Uint8Array(bomb), { 'content-encoding': 'gzip' })).toMatchObject(tooLarge)
    expect(await send(`"${'x'.repeat(maxBytes)}"`)).toMatchObject(tooLarge)
  }, 60_000)

  test('what is too large is answered by the name of its request, packed or not', async () => {
    const text = JSON.stringify({ p: 1, rid: 'r7', cursor: 0, changes: [{ n: 1, id: 'x'.repeat(maxBytes) }] })
    const named = { status: 413, body: { p: 1, error: 'too-large', maxBytes, rid: 'r7' } }
    expect(await send(text)).toEqual(expect.objectContaining(named))
    expect(await send(new Uint8Array(gzipSync(text)), { 'content-encoding': 'gzip' })).toMatchObject(named)
    const noise = randomBytes(maxBytes).toString('latin1')
    const much = gzipSync(JSON.stringify({ p: 1, rid: 'r8', cursor: 0, changes: [{ n: 1, id: 'x', noise }] }))
    expect(much.length).toBeGreaterThan(maxBytes)
    expect((await send(new Uint8Array(much), { 'content-encoding': 'gzip' })).body).toMatchObject({ rid: 'r8' })
  }, 60_000)

  test('gzip that is none: 400; gzip that is: taken', async () => {
    const gzip = { 'content-encoding': 'gzip' }
    expect((await send('nonsense', gzip)).status).toBe(400)
    expect((await send(new Uint8Array(gzipSync(JSON.stringify(good)).subarray(0, 30)), gzip)).status).toBe(400)
    expect((await send(new Uint8Array(gzipSync(JSON.stringify(good))), gzip)).status).toBe(200)
  })

  test('a deep or odd value inside one change refuses that change, and nothing else', async () => {
    const values = [JSON.parse(nested(200)), { add: 'x' }, { add: [1] }, { deep: { er: 1 } }, '\u0000\ud800']
    const changes = values.map((name) => phone.change('people', 'r-1', { name }))
    const { body } = await phone.sync({ changes })
    expect(body.acked).toBe(5)
    expect(body.refused?.map(({ code }) => code)).toEqual(Array(4).fill('invalid'))
  })

  test('what this server could keep only in part is refused, also of a field that only a newer build knows', async () => {
    const values = [{ text: 5 }, { text: 'AAA=', by: 'x' }, { add: ['x'], order: [1] }, { deep: { er: 1 } }, [1]]
    const changes = [...values, { add: ['x'] }, 'x'].map((value) =>
      phone.change('people', 'r-2', { ofLater: value as never }),
    )
    const { body } = await phone.sync({ changes })
    expect(body.refused).toEqual(changes.slice(0, 5).map(({ n }) => ({ n, code: 'invalid' })))
    expect(body.acked).toBe(changes.at(-1)?.n)
  })
})

describe('another site', () => {
  test.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ origin: 'https://elsewhere.example' }],
    [{ origin: 'null' }],
  ])('that says %j is sent away', async (headers) => {
    expect(await send(good, headers)).toMatchObject({ status: 403, body: { error: 'forbidden' } })
  })

  test('is not ourselves', async () => {
    expect((await send(good, { origin: house.url, 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  })
})

test('made-up bodies by the hundred never make the server stumble', async () => {
  const odd = [null, 0, -1, 1e308, '', 'x', [], {}, true, { __proto__: null }, [[]], '\u0000']
  const mangled = Object.keys(good).flatMap((key) => odd.map((value) => ({ ...good, [key]: value })))
  const inside = ['n', 'id', 'table', 'row', 'base', 'at', 'offset', 'fields', 'schema'].flatMap((key) =>
    odd.map((value) => ({ ...good, changes: [{ ...phone.change('people', 'r', { name: 'x' }), [key]: value }] })),
  )
  const answers = await Promise.all([...mangled, ...inside].map((body) => send(body)))
  expect(answers.filter(({ status }) => ![200, 400].includes(status))).toEqual([])
  expect(house.lines.filter((line) => line.startsWith('error'))).toEqual([])
}, 60_000)
