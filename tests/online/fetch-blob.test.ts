import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { fetchBlob } from '../../src/online/fetch-blob.ts'
import { blobType } from '../../src/protocol/blob-message.ts'
import type { Space } from '../../src/store/space.ts'

const bytes = Buffer.from('a photo')
const sha = createHash('sha256').update(bytes).digest('hex')

/** What is kept of an answer, and what is said of it. */
const fetched = async (answer: Response | undefined) => {
  const kept: { sha: string; bytes: ArrayBuffer }[] = []
  const space = { db: { table: () => ({ put: async (row: (typeof kept)[number]) => kept.push(row) }) } }
  const asked: string[] = []
  const fetch = async (path: string) => {
    asked.push(path)
    if (!answer) throw new TypeError('Failed to fetch')
    return answer
  }
  const said = await fetchBlob(space as unknown as Space, { fetch, campus: 'c1', device: 'd1' }, sha)
  return { said, asked, kept: kept.map((one) => Buffer.from(one.bytes).toString()) }
}
const answer = (body: string | Buffer, type = blobType, status = 200) =>
  new Response(body as BodyInit, { status, headers: { 'content-type': type } })

test('bytes that are those of their address are kept', async () => {
  expect(await fetched(answer(bytes))).toEqual({
    said: { ok: true, value: undefined },
    asked: [`/api/c/c1/blobs/${sha}`],
    kept: ['a photo'],
  })
})

test.each([
  ['what its author has not sent', answer('{}', 'application/json', 404), 'not-found'],
  ['a portal’s page', answer('<html>', 'text/html'), 'portal'],
  ['other bytes', answer('another photo'), 'no-network'],
  ['half of them', answer('a ph'), 'no-network'],
  ['a server that cannot', answer('', 'text/html', 502), 'server'],
  ['no answer', undefined, 'no-network'],
])('%s: nothing is kept', async (_, given, why) => {
  expect(await fetched(given)).toMatchObject({ said: { ok: false, why }, kept: [] })
})
