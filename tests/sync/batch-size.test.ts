import { expect, test } from 'vitest'
import { firstSize, grown } from '../../src/sync/batch-size.ts'

test.each([
  ['at once', 300, 4],
  ['in two seconds', 2_000, 2],
  ['in seven seconds', 7_000, 1],
])('after an answer that came %s the next request may hold so many times as much', (_, took, times) => {
  const { changes, rows } = grown(firstSize, took)
  expect([changes, rows]).toEqual([firstSize.changes * times, firstSize.rows * times])
})

test('no request holds more than a server takes without keeping others waiting, nor what was found to be too much', () => {
  const long = grown(grown(grown(firstSize, 0), 0), 0)
  expect(long).toMatchObject({ changes: 4_000, rows: 4_000, bytes: 1_048_576 })
  expect(grown({ ...firstSize, bytes: 20_000, mostBytes: 30_000 }, 0).bytes).toBe(30_000)
})
