import { expect, test } from 'vitest'
import { mostOfChunk } from '../../src/protocol/blob-message.ts'
import { attach } from '../../src/store/attach.ts'
import { filesWaiting, type Offer } from '../../src/store/offers.ts'
import { shaOf } from '../../src/store/sha.ts'
import { freshSync } from '../../src/store/sync-state.ts'
import type { BlobAnswer, Brought } from '../../src/sync/blob-answer.ts'
import { firstLink, sendOffers } from '../../src/sync/blob-queue.ts'
import { madeFile } from '../store/made-file.ts'
import { testSpace } from '../store/test-space.ts'

/** What befalls one request: an answer in its place, or so many of its bytes arrive before it is cut. */
type Fate = (brought: Brought) => BlobAnswer | number | undefined

/** A phone with files whose rows are acknowledged, and a server that keeps what comes. */
const phoneWith = async (...sizes: number[]) => {
  const space = await testSpace()
  const files = await Promise.all(sizes.map((size, at) => madeFile(size, `Photo ${at}`)))
  for (const file of files) await attach(space, [file], { by: 'person', id: 'p1' })
  await space.db.table('meta').put({ ...freshSync, acked: sizes.length })
  const there = new Map<string, Uint8Array>()
  const seen = { asked: 0, bytes: 0 }
  let fate: Fate = () => undefined
  let mayUse = true
  const link = firstLink()
  const take = async ({ sha, at }: Brought, bytes: Uint8Array): Promise<BlobAnswer> => {
    const has = there.get(sha) ?? new Uint8Array()
    if (at === has.length && bytes.length > 0) {
      const grown = new Uint8Array(at + bytes.length)
      grown.set(has)
      grown.set(bytes, at)
      there.set(sha, grown)
    }
    return { kind: 'at', at: there.get(sha)?.length ?? 0 }
  }
  const send = () =>
    sendOffers({
      ...{ space, link, signal: new AbortController().signal, progress: () => {} },
      mayUseNetwork: async () => mayUse,
      bring: async (brought) => {
        const bytes = new Uint8Array(brought.bytes ?? new ArrayBuffer())
        seen.asked += 1
        const befallen = fate(brought)
        if (typeof befallen === 'number') {
          const arrived = bytes.subarray(0, befallen)
          seen.bytes += arrived.length
          await take(brought, arrived)
          return { kind: 'no-network' }
        }
        if (befallen) return befallen
        seen.bytes += bytes.length
        return take(brought, bytes)
      },
    })
  return {
    ...{ space, files, there, seen, link, send },
    meets: (next: Fate) => {
      fate = next
    },
    mayUse: (is: boolean) => {
      mayUse = is
    },
  }
}

test('files go one after the other, whole, and wait no more', async () => {
  const { files, there, send, space } = await phoneWith(600_000, 10, mostOfChunk)
  expect(await send()).toEqual({})
  for (const { sha } of files) expect(await shaOf((there.get(sha) as Uint8Array<ArrayBuffer>).buffer)).toBe(sha)
  expect(await filesWaiting(space)).toEqual({ waiting: 0, refused: 0 })
})

test('a link that is cut every 100 KiB brings all of it, and little of it twice', async () => {
  const size = 1_500_000
  const { send, seen, meets, space } = await phoneWith(size)
  let left = 100 * 1024
  meets(({ bytes }) => {
    const wanted = bytes?.byteLength ?? 0
    if (wanted <= left) {
      left -= wanted
      return undefined
    }
    const arrived = left
    left = 100 * 1024
    return arrived
  })
  expect(await send()).toEqual({})
  expect(seen.bytes).toBeLessThan(size * 1.3)
  expect(await filesWaiting(space)).toMatchObject({ waiting: 0 })
})

test('a link that brings nothing ends the round, which begins again where it was', async () => {
  const { send, seen, meets, space } = await phoneWith(600_000)
  meets(({ at, bytes }) => (bytes && at >= 128 * 1024 ? 0 : undefined))
  expect(await send()).toEqual({ trouble: 'no-network' })
  expect(await filesWaiting(space)).toMatchObject({ waiting: 1 })
  const before = seen.bytes
  meets(() => undefined)
  expect(await send()).toEqual({})
  expect(seen.bytes - before).toBe(600_000 - 128 * 1024)
})

test('what the server has already, from here or from elsewhere, is not sent', async () => {
  const { files, there, send, seen } = await phoneWith(5_000)
  there.set(files[0]?.sha ?? '', new Uint8Array(5_000))
  expect(await send()).toEqual({})
  expect(seen).toEqual({ asked: 1, bytes: 0 })
})

test('one that the server will never take lets the others pass, and is told', async () => {
  const { files, send, meets, there, space } = await phoneWith(5_000, 6_000)
  meets(({ sha, bytes }) => (bytes && sha === files[0]?.sha ? { kind: 'refused', code: 'wrong-type' } : undefined))
  expect(await send()).toEqual({})
  expect(there.size).toBe(1)
  expect(await space.db.table<Offer>('offers').toArray()).toMatchObject([{ sha: files[0]?.sha, refused: 'wrong-type' }])
})

test('bytes that came other than they left are sent anew, not for ever', async () => {
  const { send, meets, space } = await phoneWith(5_000)
  let times = 0
  meets(({ bytes }) => {
    if (bytes) times += 1
    return bytes && times < 3 ? { kind: 'refused', code: 'mismatch' } : undefined
  })
  expect(await send()).toEqual({})
  expect(await filesWaiting(space)).toEqual({ waiting: 0, refused: 0 })
  const other = await phoneWith(5_000)
  other.meets(({ bytes }) => (bytes ? { kind: 'refused', code: 'mismatch' } : undefined))
  expect(await other.send()).toEqual({})
  expect(await filesWaiting(other.space)).toEqual({ waiting: 0, refused: 1 })
})

test('bytes that a phone’s disk has damaged are never sent under their name', async () => {
  const { files, send, seen, space } = await phoneWith(5_000)
  await space.db.table('blobs').put({ sha: files[0]?.sha, bytes: new ArrayBuffer(5_000) })
  await send()
  expect(seen.asked).toBe(0)
  expect(await filesWaiting(space)).toEqual({ waiting: 0, refused: 1 })
})

test('on a network the person pays for, files wait when they said so', async () => {
  const { send, seen, mayUse, space } = await phoneWith(5_000)
  mayUse(false)
  expect(await send()).toEqual({})
  expect([seen.asked, (await filesWaiting(space)).waiting]).toEqual([0, 1])
  mayUse(true)
  await send()
  expect((await filesWaiting(space)).waiting).toBe(0)
})

test.each([
  [{ kind: 'busy', retryAfter: 9_000 } as const, { trouble: 'server', retryAfter: 9_000 }],
  [{ kind: 'signed-out' } as const, { trouble: 'signed-out' }],
  [{ kind: 'portal' } as const, { trouble: 'portal' }],
])('%j keeps all that waits', async (answer, end) => {
  const { send, meets, space } = await phoneWith(5_000)
  meets(() => answer)
  expect(await send()).toEqual(end)
  expect(await filesWaiting(space)).toMatchObject({ waiting: 1, refused: 0 })
})
