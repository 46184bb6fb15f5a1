import { describe, expect, test } from 'vitest'
import type { Ledger, StoredChange, WrittenRow } from '../../src/server/ledger.ts'

const row = (id: string, digest: number): WrittenRow => ({
  ...{ table: 'people', row: id, seq: 1, sole: null, state: '{}', digest },
})
const change = (n: number, more: Partial<StoredChange> = {}): StoredChange => ({
  ...{ n, id: `id-${n}`, seq: n, table: 'people', row: `r${n}`, at: 1_000 + n, fields: '{"name":"v"}', lost: [] },
  ...more,
})
const deletion = (n: number, more: Partial<StoredChange> = {}) =>
  change(n, { fields: '{"deletedAt":"2026-11-22T10:00:00.000Z"}', ...more })

/** What a ledger tells of deletions, and of those that are held. */
export const ledgerOfDeletions = (ledger: () => Ledger): void => {
  const enrol = (device: string, member = 'm') =>
    ledger().write('c1', (at) => at.addDevice({ id: device, member, name: 'Téléphone' }))

  describe('deletions', () => {
    test('and merges are counted by person and time; held ones, restored ones and those of others are not among them', async () => {
      await enrol('d1')
      await enrol('d2', 'm2')
      await enrol('d3', 'm3')
      await ledger().write('c1', async (at) => {
        const back = change(5, { fields: '{"deletedAt":null}' })
        await at.putChanges('d1', 'm', [deletion(1), deletion(2), deletion(3, { refused: 'held' }), change(4), back])
        await at.putChanges('d2', 'm2', [deletion(1), change(2, { fields: '{"mergedInto":"r1"}' })])
        await at.putChanges('d3', 'm3', [deletion(1), change(2, { fields: '{"mergedInto":null}' })])
        await at.putRows([row('r1', 1), row('r2', 2), row('r3', 0)])
      })
      await ledger().read('c1', async (at) => {
        const counts = [['m'], ['m', 'm2'], ['m2', 'm3']].map((members) => at.takenAway(members, 0))
        expect(await Promise.all(counts)).toEqual([2, 4, 3])
        expect(await at.takenAway(['m'], 1_002)).toBe(1)
        expect(await at.living()).toBe(2)
      })
    })

    test('that are held wait in the order they came, until each took place or will not', async () => {
      await enrol('d1')
      const first = deletion(1, { refused: 'held' })
      await ledger().write('c1', (at) => at.putChanges('d1', 'm', [first, deletion(2, { refused: 'held' })]))
      const held = await ledger().read('c1', (at) => at.held())
      const { fields } = first
      expect(held.map(({ n, device, row, seq, fields }) => [n, device, row, seq, fields])).toEqual([
        [1, 'd1', 'r1', 1, fields],
        [2, 'd1', 'r2', 2, fields],
      ])
      await ledger().write('c1', async (at) => {
        await at.settleHeld({ device: 'd1', n: 1 }, { seq: 9, lost: ['deletedAt'] })
        await at.settleHeld({ device: 'd1', n: 2 }, 'kept')
      })
      await ledger().read('c1', async (at) => {
        expect([await at.held(), await at.heldCount()]).toEqual([[], 0])
        expect((await at.sent('d1', 1, 2)).map(({ refused }) => refused)).toEqual([undefined, 'kept'])
        const [entry] = await at.history({ table: 'people', row: 'r1', field: 'deletedAt' }, 99, 9)
        expect(entry).toMatchObject({ seq: 9, lost: true })
      })
      expect(await ledger().read('c2', (at) => at.heldCount())).toBe(0)
    })
  })
}
