import { describe, expect, test } from 'vitest'
import type { Ledger } from '../../src/server/ledger.ts'

/** How a ledger gives numbers, and what it knows of those it lost. */
export const ledgerOfNumbers = (ledger: () => Ledger): void => {
  describe('numbers', () => {
    test('are each campus’s own, without a gap, also when many ask at once', async () => {
      const firsts = await Promise.all(Array.from({ length: 20 }, () => ledger().write('c1', (at) => at.raise(2))))
      expect(firsts.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, at) => 2 * at + 1))
      expect(await ledger().write('c2', (at) => at.raise(1))).toBe(1)
    })

    test('leap when a backup was put back, and the epoch is another', async () => {
      const epoch = () => ledger().read('c1', (at) => at.epoch())
      const before = await epoch()
      await ledger().write('c1', (at) => at.raise(7))
      await ledger().renewEpoch()
      expect(await epoch()).not.toBe(before)
      expect(await ledger().write('c1', (at) => at.raise(1))).toBeGreaterThanOrEqual(1_000_000_008)
    })

    test('that a restore lost are known, restore after restore', async () => {
      const lost = () => ledger().read('c1', (at) => at.lost())
      expect(await lost()).toEqual([])
      await ledger().write('c1', (at) => at.raise(7))
      await ledger().renewEpoch()
      const first = await ledger().write('c1', (at) => at.raise(3))
      expect(await lost()).toEqual([[7, first - 1]])
      await ledger().renewEpoch()
      const second = await ledger().write('c1', (at) => at.raise(1))
      expect(await lost()).toEqual([
        [7, first - 1],
        [first + 2, second - 1],
      ])
      await ledger().renewEpoch()
      expect(await ledger().read('c2', (at) => at.lost())).toHaveLength(1)
    })
  })
}
