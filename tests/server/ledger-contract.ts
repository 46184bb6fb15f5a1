import { beforeEach, describe, expect, test } from 'vitest'
import { withDigest } from '../../src/protocol/row-digest.ts'
import type { Ledger, Link, StoredChange, WrittenRow } from '../../src/server/ledger.ts'
import { ledgerOfBlobs } from './ledger-of-blobs.ts'
import { ledgerOfDeletions } from './ledger-of-deletions.ts'
import { ledgerOfNumbers } from './ledger-of-numbers.ts'

const row = (id: string, seq: number, sole: string | null = null): WrittenRow => ({
  ...{ table: 'people', row: id, seq, sole, state: `{"seq":${seq}}`, digest: 2 ** 39 + seq },
})
const change = (n: number, seq: number, more: Partial<StoredChange> = {}): StoredChange => ({
  ...{ n, id: `id-${n}`, seq, table: 'people', row: 'r', at: 1_000 + n, lost: [] },
  fields: JSON.stringify({ name: `v${n}`, tags: { add: ['x'] }, role: null }),
  ...more,
})
const link = (more: Partial<Link> = {}): Link => ({
  ...{ id: 'l1', token: 'token-1', code: 'code-1', kind: 'invite', role: 'member', expires: 5_000 },
  ...more,
})

/** What every ledger does, whatever keeps it. `open`: gives one that is empty, twice over the same data for `second`. */
export const ledgerContract = (open: () => Promise<{ ledger: Ledger; second: () => Promise<Ledger> }>): void => {
  let ledger: Ledger
  let second: () => Promise<Ledger>
  beforeEach(async () => {
    ;({ ledger, second } = await open())
    await ledger.addCampus({ id: 'c1' })
    await ledger.addCampus({ id: 'c2', name: 'Réseau', kind: 'network' })
  })
  const enrol = (campus = 'c1', device = 'd1') =>
    ledger.write(campus, (at) => at.addDevice({ id: device, member: `m-${device}`, name: 'Téléphone' }))

  test('a name with a sign that no keyboard has is kept as well as can be, and is no error', async () => {
    await ledger.write('c1', (at) => at.addDevice({ id: 'd9', member: 'm', name: 'A\0B\ud800' }))
    expect((await ledger.read('c1', (at) => at.device('d9')))?.name).toMatch(/^A.?B/)
  })

  describe('a transaction', () => {
    test('that throws leaves nothing, and the next one goes on', async () => {
      const failing = ledger.write('c1', async (at) => {
        await at.raise(3)
        await at.putRows([row('r', 1)])
        throw new Error('no')
      })
      await expect(failing).rejects.toThrow('no')
      expect(await ledger.read('c1', (at) => at.campus())).toMatchObject({ seq: 0 })
      expect(await ledger.write('c1', (at) => at.raise(1))).toBe(1)
    })

    test('never interleaves with another that writes, though both wait inside', async () => {
      const order: string[] = []
      const slow = (name: string) =>
        ledger.write('c1', async (at) => {
          order.push(`${name} in`)
          await at.raise(1)
          await new Promise((resolve) => setTimeout(resolve, 5))
          order.push(`${name} out`)
        })
      await Promise.all([slow('one'), slow('two'), slow('three')])
      expect(order).toEqual(['one in', 'one out', 'two in', 'two out', 'three in', 'three out'])
    })

    test('reads one moment while others write', async () => {
      const seen = await ledger.read('c1', async (at) => {
        const before = await at.rowsAfter(0, 10)
        await ledger.write('c1', (to) => to.putRows([row('r', 1)]))
        return [before, await at.rowsAfter(0, 10)]
      })
      expect(seen).toEqual([[], []])
      expect(await ledger.read('c1', (at) => at.countAfter(0, 9))).toBe(1)
    })

    test('is seen by another process as soon as it is done', async () => {
      const other = await second()
      await ledger.write('c1', (at) => at.putRows([row('r', 1)]))
      expect(await other.read('c1', (at) => at.countAfter(0, 9))).toBe(1)
      expect(await other.write('c1', (at) => at.raise(2))).toBe(1)
      expect(await ledger.write('c1', (at) => at.raise(1))).toBe(3)
    })
  })

  describe('rows', () => {
    test('come in the order of their numbers, an older state replaced, without those of one device alone', async () => {
      await ledger.write('c1', async (at) => {
        await at.putRows(Array.from({ length: 120 }, (_, n) => row(`r${n}`, n + 1, n % 2 ? 'd1' : null)))
        await at.putRows([row('r0', 500)])
      })
      await ledger.read('c1', async (at) => {
        expect((await at.rowsAfter(0, 2)).map(({ row }) => row)).toEqual(['r1', 'r2'])
        expect((await at.rowsAfter(0, 2, 'd1')).map(({ row }) => row)).toEqual(['r2', 'r4'])
        expect((await at.rowsAfter(120, 9)).map(({ seq }) => seq)).toEqual([500])
        const counts = [
          at.countAfter(0, 200),
          at.countAfter(0, 200, 'd1'),
          at.countAfter(110, 200),
          at.countAfter(0, 50),
        ]
        expect(await Promise.all(counts)).toEqual([120, 60, 11, 50])
      })
      expect(await ledger.read('c2', (at) => at.countAfter(0, 9))).toBe(0)
    })

    test('add up to one number, whatever their order, the same after one is written again', async () => {
      const digests = () => ledger.read('c1', (at) => at.digest())
      expect(await digests()).toBe(0)
      await ledger.write('c1', (at) => at.putRows(Array.from({ length: 1_000 }, (_, n) => row(`r${n}`, n + 1))))
      const all = await digests()
      expect(all).toBe(Array.from({ length: 1_000 }, (_, n) => 2 ** 39 + n + 1).reduce(withDigest, 0))
      await ledger.write('c1', (at) => at.putRows([row('r7', 8)]))
      expect(await digests()).toBe(all)
      await ledger.write('c1', (at) => at.putRows([row('r7', 9)]))
      expect(await digests()).toBe(all + 1)
      expect(await ledger.read('c2', (at) => at.digest())).toBe(0)
    })

    test('are found by their names, those that are there', async () => {
      await ledger.write('c1', (at) => at.putRows([row('r1', 1), row("r'2", 2)]))
      const keys = ['r1', "r'2", 'gone'].map((id) => ({ table: 'people', row: id }))
      const found = await ledger.read('c1', (at) => at.rows(keys))
      expect(found.map(({ row }) => row).sort()).toEqual(["r'2", 'r1'])
      expect(await ledger.read('c2', (at) => at.rows(keys))).toEqual([])
    })
  })

  describe('history', () => {
    test('of a field: latest first, in pages, emptied values too, refused changes not', async () => {
      await enrol()
      await ledger.write('c1', (at) =>
        at.putChanges('d1', 'm-d1', [
          change(1, 1),
          change(2, 2, { lost: ['name'] }),
          change(3, 0, { refused: 'invalid' }),
          change(4, 3, { fields: '{"other":1}' }),
        ]),
      )
      await ledger.read('c1', async (at) => {
        const key = { table: 'people', row: 'r', field: 'name' }
        expect(await at.history(key, 99, 10)).toEqual([
          { seq: 2, by: 'm-d1', at: 1_002, change: 'v2', lost: true },
          { seq: 1, by: 'm-d1', at: 1_001, change: 'v1', lost: false },
        ])
        expect((await at.history(key, 2, 10)).map(({ seq }) => seq)).toEqual([1])
        expect((await at.history({ ...key, field: 'role' }, 99, 1)).map(({ change }) => change)).toEqual([null])
        expect((await at.history({ ...key, field: 'tags' }, 99, 1))[0]?.change).toEqual({ add: ['x'] })
        expect(await at.sent('d1', 2, 3)).toEqual([
          { n: 2, id: 'id-2' },
          { n: 3, id: 'id-3', refused: 'invalid' },
        ])
      })
    })

    test('keeps a device’s number once', async () => {
      await enrol()
      await ledger.write('c1', (at) => at.putChanges('d1', 'm-d1', [change(1, 1)]))
      await expect(ledger.write('c1', (at) => at.putChanges('d1', 'm-d1', [change(1, 2)]))).rejects.toThrow()
    })
  })

  describe('devices and sessions', () => {
    test('a session is known in its own campus only; a new one ends the earlier', async () => {
      await enrol('c1')
      await enrol('c2')
      await ledger.write('c1', (at) => at.putSession('d1', 'secret-1'))
      const session = (campus: string, digest: string) => ledger.read(campus, (at) => at.session(digest))
      expect(await session('c1', 'secret-1')).toMatchObject({ device: 'd1', member: 'm-d1' })
      expect(await session('c2', 'secret-1')).toBeUndefined()
      await ledger.write('c1', (at) => at.putSession('d1', 'secret-2'))
      expect(await session('c1', 'secret-1')).toBeUndefined()
      expect(await session('c1', 'secret-2')).toMatchObject({ device: 'd1' })
    })

    test('the watermark of a device stays where it was put', async () => {
      await enrol()
      await ledger.write('c1', (at) => at.setAcked('d1', 7))
      expect(await ledger.read('c1', (at) => at.device('d1'))).toMatchObject({ acked: 7, name: 'Téléphone' })
      expect(await ledger.read('c2', (at) => at.device('d1'))).toBeUndefined()
      expect(await ledger.read('c1', async (at) => [await at.members(), await at.deviceCount()])).toEqual([['m-d1'], 1])
    })
  })

  describe('links', () => {
    test('are found by either digest, in their campus; put again, the earlier is gone', async () => {
      await ledger.write('c1', (at) => at.putLink(link({ name: 'Ali', inviter: 'm1' })))
      expect(await ledger.campusOfLink('token-1')).toBe('c1')
      expect(await ledger.campusOfLink('code-1')).toBe('c1')
      expect(await ledger.read('c2', (at) => at.link('token-1'))).toBeUndefined()
      expect(await ledger.read('c1', (at) => at.link('code-1'))).toEqual(link({ name: 'Ali', inviter: 'm1' }))
      await ledger.write('c1', (at) => at.putLink(link({ token: 'token-2', code: 'code-2' })))
      expect(await ledger.campusOfLink('token-1')).toBeUndefined()
      await ledger.write('c1', (at) => at.useLink('l1', 'd1', 'key'))
      expect(await ledger.read('c1', (at) => at.links())).toMatchObject([{ usedBy: 'd1', key: 'key' }])
      await ledger.write('c1', (at) => at.dropLink('l1'))
      expect(await ledger.campusOfLink('token-2')).toBeUndefined()
    })
  })

  ledgerOfNumbers(() => ledger)
  ledgerOfBlobs(() => ledger)
  ledgerOfDeletions(() => ledger)

  test('what ended is forgotten when it is said, in every campus, and nothing else', async () => {
    for (const campus of ['c1', 'c2']) {
      await enrol(campus)
      await ledger.write(campus, async (at) => {
        await at.putSession('d1', `session-${campus}`)
        for (const [id, expires] of [['old', 4_999] as const, ['open', 5_000] as const])
          await at.putLink(link({ id, token: `${id}-${campus}`, code: `${id}-code-${campus}`, expires }))
      })
    }
    await ledger.dropEnded({ links: 5_000, sessions: 0, blobs: 0 })
    const left = (campus: string) =>
      ledger.read(campus, async (at) => [
        ...(await at.links()).map(({ id }) => id),
        (await at.session(`session-${campus}`))?.device,
      ])
    expect([await left('c1'), await left('c2')]).toEqual([
      ['open', 'd1'],
      ['open', 'd1'],
    ])
    await ledger.dropEnded({ links: 0, sessions: Number.MAX_SAFE_INTEGER, blobs: 0 })
    expect([await left('c1'), await left('c2')]).toEqual([
      ['open', undefined],
      ['open', undefined],
    ])
    expect(await ledger.read('c1', (at) => at.device('d1'))).toMatchObject({ member: 'm-d1' })
  })

  test('a campus is named when it is claimed', async () => {
    await ledger.write('c1', (at) => at.claim('Campus', 'campus'))
    expect(await ledger.campuses()).toEqual([
      { id: 'c1', name: 'Campus', kind: 'campus', seq: 0, claimed: true },
      { id: 'c2', name: 'Réseau', kind: 'network', seq: 0, claimed: false },
    ])
    expect(await ledger.read('none', (at) => at.campus())).toBeUndefined()
  })
}
