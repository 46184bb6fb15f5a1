import { expect, test } from 'vitest'
import { messageType, packedType, type SyncRequest } from '../../src/protocol/sync-message.ts'
import { httpTransport } from '../../src/sync/transport.ts'
import { madeTime } from './made-time.ts'

const asked: SyncRequest = { p: 1, rid: 'r1', cursor: 0, limit: 500, changes: [] }
const good = { p: 1, rid: 'r1', epoch: 'e1', now: 5, acked: 0, cursor: 0 }
const ours = { 'Content-Type': messageType }
const packing = { 'Content-Type': packedType }
const both = `${packedType}, ${messageType}`
const says = (body: unknown, status = 200, headers: Record<string, string> = ours) =>
  new Response(status === 204 ? null : typeof body === 'string' ? body : JSON.stringify(body), { status, headers })

const through = (fetch: (url: string, given: RequestInit) => Promise<Response>, time = madeTime()) =>
  httpTransport({ ...time, url: '/api/c/c1/sync', device: 'd1', fetch: fetch as typeof globalThis.fetch })
const answerTo = (response: () => Response | Promise<Response>, request = asked) =>
  through(async () => response())(request, new AbortController().signal)

const change = (name: string) => ({
  ...{ n: 1, id: 'i', schema: 2, table: 'people', row: 'p1', base: 0, at: 1, offset: 0 },
  fields: { name },
})

test('a reply with our type, our protocol and the id that was sent is believed', async () => {
  expect(await answerTo(() => says(good))).toEqual({ kind: 'reply', reply: good })
  expect(await answerTo(() => says(good, 200, { 'Content-Type': `${messageType}; charset=utf-8` }))).toMatchObject({
    kind: 'reply',
  })
})

test.each([
  ['a page that answers 200', () => says('<html>', 200, { 'Content-Type': 'text/html' }), { kind: 'portal' }],
  ['JSON that is not ours', () => says({}, 200, { 'Content-Type': 'application/json' }), { kind: 'portal' }],
  ['our type on an empty object', () => says({}), { kind: 'portal' }],
  ['a page under our type', () => says('<html>'), { kind: 'portal' }],
  ['the reply to another request', () => says({ ...good, rid: 'r0' }), { kind: 'portal' }],
  ['the packed reply to another request', () => says([1, 'r0', 5, 0, 0], 200, packing), { kind: 'portal' }],
  ['a packed reply under our other type', () => says([1, 'r1', 5, 0, 0]), { kind: 'portal' }],
  ['a reply that is not packed and says so', () => says(good, 200, packing), { kind: 'portal' }],
  ['a page under our packed type', () => says('<html>', 200, packing), { kind: 'portal' }],
  ['a packed reply with something missing', () => says([1, 'r1', 5, null, 0], 200, packing), { kind: 'server' }],
  ['a packed reply without its end', () => says('[1,"r1",5,', 200, packing), { kind: 'no-network', isSlow: false }],
  ['a newer protocol, packed', () => says([2, 'r1'], 200, packing), { kind: 'outdated' }],
  ['an empty 204', () => says('', 204), { kind: 'portal' }],
  ['a portal that names itself', () => says('<html>', 511, { 'Content-Type': 'text/html' }), { kind: 'portal' }],
  ['a page that is not found, of somebody else', () => says('<html>', 404, {}), { kind: 'portal' }],
  ['a way elsewhere', () => Response.redirect('https://portal.example/', 302), { kind: 'portal' }],
  ['a gateway without a server', () => says('<html>', 502, {}), { kind: 'server' }],
  ['our reply with something missing', () => says({ ...good, acked: undefined }), { kind: 'server' }],
  ['a newer protocol', () => says({ p: 2, anything: true }, 400), { kind: 'outdated' }],
  ['our “not found”', () => says({ p: 1, error: 'not-found' }, 404), { kind: 'signed-out' }],
  ['our “who are you”', () => says({ p: 1, error: 'signed-out' }, 401), { kind: 'signed-out' }],
  [
    'our “too large”',
    () => says({ p: 1, error: 'too-large', maxBytes: 9, rid: good.rid }, 413),
    { kind: 'too-large', isOurs: true, maxBytes: 9 },
  ],
  [
    'our “too large” of another request, said again by somebody in between',
    () => says({ p: 1, error: 'too-large', maxBytes: 9, rid: 'r0' }, 413),
    { kind: 'portal' },
  ],
  [
    'a “too large” of our server of before, which names no request',
    () => says({ p: 1, error: 'too-large', maxBytes: 9 }, 413),
    { kind: 'too-large', isOurs: false, maxBytes: 9 },
  ],
  ['a proxy’s “too large”', () => says('<html>', 413, {}), { kind: 'too-large', isOurs: false }],
  ['our fault', () => says({ p: 1, error: 'fault' }, 500), { kind: 'server' }],
  ['a refusal of the form', () => says({ p: 1, error: 'invalid' }, 400), { kind: 'server' }],
])('%s is taken for what it is', async (_, response, answer) => {
  expect(await answerTo(response)).toEqual(answer)
})

test.each([429, 503])(
  'a server that answers %d is busy for as long as it says, in seconds or as a date',
  async (status) => {
    const busy = (wait?: string) => () =>
      says({ p: 1, error: 'busy' }, status, { ...ours, ...(wait && { 'Retry-After': wait }) })
    expect(await answerTo(busy('12'))).toEqual({ kind: 'busy', retryAfter: 12_000 })
    const date = new Date(madeTime().clock() + 90_000).toUTCString()
    expect(await answerTo(busy(date))).toEqual({ kind: 'busy', retryAfter: 90_000 })
    expect(await answerTo(busy())).toEqual({ kind: 'busy', retryAfter: undefined })
  },
)

test('no link at all is no network, at once', async () => {
  const answer = await answerTo(() => Promise.reject(new TypeError('Failed to fetch')))
  expect(answer).toEqual({ kind: 'no-network', isSlow: false })
})

test('a reply that is cut in the middle is no network, and the link was slow', async () => {
  const cut = () => {
    const body = new ReadableStream({
      start(stream) {
        stream.enqueue(new TextEncoder().encode('{"p":1,'))
      },
      pull(stream) {
        stream.error(new TypeError('network error'))
      },
    })
    return new Response(body, { headers: ours })
  }
  expect(await answerTo(cut)).toEqual({ kind: 'no-network', isSlow: true })
})

const aborted = (signal: AbortSignal | null | undefined) =>
  new Promise<never>((_, fail) => signal?.addEventListener('abort', () => fail(signal.reason)))

test('a link that takes the request and brings no byte is given up after fifteen seconds', async () => {
  const time = madeTime()
  const answer = through((_, { signal }) => aborted(signal), time)(asked, new AbortController().signal)
  await time.pass(14_999)
  let isOver = false
  void answer.then(() => {
    isOver = true
  })
  await time.settled()
  expect(isOver).toBe(false)
  await time.pass(1)
  expect(await answer).toEqual({ kind: 'no-network', isSlow: true })
})

test('a link on which something still comes is not given up, one that goes quiet for thirty seconds is', async () => {
  const time = madeTime()
  let stream: ReadableStreamDefaultController<Uint8Array> | undefined
  const send = (text: string) => stream?.enqueue(new TextEncoder().encode(text))
  const answered = through(async (_, { signal }) => {
    const body = new ReadableStream<Uint8Array>({
      start(opened) {
        stream = opened
        aborted(signal).catch((reason) => opened.error(reason))
      },
    })
    return new Response(body, { headers: ours })
  }, time)(asked, new AbortController().signal)
  await expect.poll(() => stream).toBeDefined()
  for (const part of ['{"p":1,', '"rid":"r1",', '"epoch"']) {
    await new Promise((done) => setTimeout(done))
    await time.pass(29_000)
    send(part)
  }
  await new Promise((done) => setTimeout(done))
  await time.pass(30_000)
  expect(await answered).toEqual({ kind: 'no-network', isSlow: true })
})

test('a round that is stopped stops its request', async () => {
  const stop = new AbortController()
  const answer = through((_, { signal }) => aborted(signal))(asked, stop.signal)
  await Promise.resolve()
  setTimeout(() => stop.abort())
  expect(await answer).toMatchObject({ kind: 'no-network' })
})

test('a long request travels zipped and says so, a short one as it is; both name the device', async () => {
  const seen: RequestInit[] = []
  const send = through(async (_, given) => {
    seen.push(given)
    return says(good)
  })
  const long = { ...asked, changes: [change('Élodie '.repeat(400))] }
  for (const request of [asked, long]) await send(request, new AbortController().signal)
  const [short, zipped] = seen.map(({ headers }) => headers as Record<string, string>)
  expect(short).toEqual({ 'Content-Type': messageType, Accept: both, 'Maillage-Device': 'd1' })
  expect(zipped).toEqual({ ...short, 'Content-Encoding': 'gzip' })
  expect(seen[0]?.body).toBe(JSON.stringify(asked))
  const body = seen[1]?.body as ArrayBuffer
  const unzipped = new Blob([body]).stream().pipeThrough(new DecompressionStream('gzip'))
  expect(await new Response(unzipped).json()).toEqual(long)
  expect(body.byteLength).toBeLessThan(400)
})

const packedReplyTo = ({ rid }: SyncRequest) => says([1, rid, 5, 0, 0, [], { epoch: 'e1' }], 200, packing)
/** What was asked of it, by type and body. */
const server = (...answers: (() => Response | Promise<Response>)[]) => {
  const seen: [type: string | undefined, body: unknown][] = []
  const send = through(async (_, { headers, body }) => {
    seen.push([(headers as Record<string, string>)['Content-Type'], JSON.parse(String(body))])
    return (answers[seen.length - 1] ?? answers.at(-1))?.() as Response
  })
  return { seen, ask: () => send(asked, new AbortController().signal) }
}
const [plainly, packedly] = [
  [messageType, asked],
  [packedType, [1, 'r1', 0, null, [], { limit: 500 }]],
]

test('who was answered packed asks packed from then on', async () => {
  const { seen, ask } = server(() => packedReplyTo(asked))
  expect(await ask()).toEqual({ kind: 'reply', reply: { ...good, rows: [] } })
  await ask()
  expect(seen).toEqual([plainly, packedly])
})

test('a server that knows no packed request is asked again at once without, and the round hears nothing of it', async () => {
  const ofBefore = () => says({ p: 1, error: 'not-ours' }, 415)
  const { seen, ask } = server(
    () => packedReplyTo(asked),
    ofBefore,
    () => says(good),
  )
  for (const _ of [1, 2, 3]) expect(await ask()).toMatchObject({ kind: 'reply' })
  expect(seen).toEqual([plainly, packedly, plainly, plainly])
})

test.each([
  ['a proxy that minds the type', () => says('<html>', 403, {})],
  ['a fault of the server', () => says({ p: 1, error: 'internal' }, 500)],
  ['no network', () => Promise.reject(new TypeError('Failed to fetch'))],
])('after %s the next request is one that every server knows', async (_, answer) => {
  const { seen, ask } = server(() => packedReplyTo(asked), answer)
  for (const _ of [1, 2, 3]) await ask()
  expect(seen).toEqual([plainly, packedly, plainly])
})

test('a round that is stopped while a server says that it knows no packed request asks no more', async () => {
  const stop = new AbortController()
  let asks = 0
  const send = through(async () => {
    asks += 1
    if (asks === 1) return packedReplyTo(asked)
    stop.abort()
    return says({ p: 1, error: 'not-ours' }, 415)
  })
  for (const _ of [1, 2]) await send(asked, stop.signal)
  expect(asks).toBe(2)
})
