import { expect, test } from 'vitest'
import { messageType } from '../../src/protocol/sync-message.ts'
import { blobLink } from '../../src/sync/blob-link.ts'
import { madeTime } from './made-time.ts'

const sha = 'ab'.repeat(32)
const bring = (response: Response | 'nothing') => {
  const asked: RequestInit[] = []
  const link = blobLink({
    ...{ base: '/api/c/c1', device: 'd1', timer: madeTime(0).timer },
    fetch: async (_, init) => {
      asked.push(init ?? {})
      if (response === 'nothing') throw new TypeError('Failed to fetch')
      return response
    },
  })
  const bytes = new Uint8Array([1, 2, 3]).buffer
  return { asked, answer: link({ sha, row: 'r1', at: 7, bytes }, new AbortController().signal) }
}
const says = (body: unknown, status = 200, type: string = messageType) =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers: { 'Content-Type': type } })

test('bytes go with where they are from and which row names them', async () => {
  const { asked, answer } = bring(says({ p: 1, sha, at: 10 }))
  expect(await answer).toEqual({ kind: 'at', at: 10 })
  expect(asked[0]).toMatchObject({
    method: 'PATCH',
    headers: { 'Maillage-Device': 'd1', 'Maillage-Offset': '7', 'Maillage-Row': 'r1' },
  })
})

test.each([
  ['nothing', 'no-network'],
  [says('<html>Bienvenue</html>', 200, 'text/html'), 'portal'],
  [says({ p: 1, sha: 'cd'.repeat(32), at: 10 }), 'portal'],
  [says('{"p":1,"sh'), 'no-network'],
  [says({ p: 2, sha, at: 10 }), 'outdated'],
  [says({ p: 1, error: 'not-found' }, 404), 'signed-out'],
  [says({ p: 1, error: 'too-many' }, 429), 'busy'],
  [says({ p: 1, error: 'internal' }, 500), 'server'],
  [says('Bad gateway', 502, 'text/html'), 'server'],
  [says('Later', 503, 'text/html'), 'busy'],
  [says('Too large', 413, 'text/html'), 'portal'],
] as const)('no other answer says that bytes have arrived: %s', async (response, kind) => {
  expect((await bring(response).answer).kind).toBe(kind)
})

test.each([
  ['unreferenced', 409],
  ['mismatch', 422],
  ['wrong-type', 422],
  ['too-large', 413],
] as const)('what our server never takes is told by its word: %s', async (error, status) => {
  expect(await bring(says({ p: 1, error }, status)).answer).toEqual({ kind: 'refused', code: error })
})
