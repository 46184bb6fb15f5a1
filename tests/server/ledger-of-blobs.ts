import { describe, expect, test } from 'vitest'
import type { Ledger } from '../../src/server/ledger.ts'

/** What every ledger does with the bytes of attachments. `ledger`: one with the campuses c1 and c2. */
export const ledgerOfBlobs = (ledger: () => Ledger): void => {
  describe('blobs', () => {
    const photo = { sha: 'ab', size: 7, type: 'image/jpeg', device: 'd1' }
    const begin = (campus: string, more: object = {}) =>
      ledger().write(campus, (at) => at.addBlob({ ...photo, ...more }))

    test('grow chunk by chunk, each byte as it came, in their own campus', async () => {
      await begin('c1')
      const bytes = [Buffer.from([0, 255, 1]), Buffer.from('long before this'.repeat(9)).subarray(0, 4)]
      await ledger().write('c1', (at) => at.addChunk('ab', 0, bytes[0] as Buffer))
      expect(await ledger().read('c1', (at) => at.blob('ab'))).toEqual({ ...photo, received: 3 })
      await ledger().write('c1', (at) => at.addChunk('ab', 3, bytes[1] as Buffer))
      await ledger().read('c1', async (at) => {
        expect(await at.blob('ab')).toMatchObject({ received: 7 })
        expect([await at.chunk('ab', 0), await at.chunk('ab', 3), await at.chunk('ab', 1)]).toEqual([
          ...bytes,
          undefined,
        ])
      })
      await ledger().read('c2', async (at) => {
        expect([await at.blob('ab'), await at.chunk('ab', 0), await at.begunBy('d1', 0)]).toEqual([
          undefined,
          undefined,
          0,
        ])
      })
    })

    test('are begun and filled once; dropped, their chunks go too', async () => {
      await begin('c1')
      await expect(begin('c1')).rejects.toThrow()
      await ledger().write('c1', (at) => at.addChunk('ab', 0, Buffer.from('abc')))
      await expect(ledger().write('c1', (at) => at.addChunk('ab', 0, Buffer.from('abc')))).rejects.toThrow()
      await ledger().write('c1', (at) => at.dropBlob('ab'))
      expect(await ledger().read('c1', async (at) => [await at.blob('ab'), await at.chunk('ab', 0)])).toEqual([
        undefined,
        undefined,
      ])
    })

    test('are counted by the device that began them, since a moment', async () => {
      const before = Date.now()
      await begin('c1')
      await begin('c1', { sha: 'cd', size: 5 })
      await begin('c1', { sha: 'ef', device: 'd2' })
      await ledger().read('c1', async (at) => {
        expect([await at.begunBy('d1', before), await at.begunBy('d1', before + 3_600_000)]).toEqual([12, 0])
      })
    })

    test('that were never whole are forgotten when it is said', async () => {
      await begin('c1')
      await begin('c1', { sha: 'cd', size: 3 })
      await ledger().write('c1', (at) => at.addChunk('cd', 0, Buffer.from('abc')))
      const left = () => ledger().read('c1', async (at) => [(await at.blob('ab'))?.sha, (await at.blob('cd'))?.sha])
      await ledger().dropEnded({ links: 0, sessions: 0, blobs: Date.now() - 3_600_000 })
      expect(await left()).toEqual(['ab', 'cd'])
      await ledger().dropEnded({ links: 0, sessions: 0, blobs: Date.now() + 3_600_000 })
      expect(await left()).toEqual([undefined, 'cd'])
    })
  })
}
