import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openPokes } from '../../src/server/pokes.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** So many phones of a campus listen; what each hears. */
const listening = (count: number, campus = 'a') => {
  const pokes = openPokes()
  const heard = Array.from({ length: count }, (): number[] => [])
  const ends = heard.map((mine, at) => pokes.listen({ campus, device: `d${at}`, hear: (seq) => void mine.push(seq) }))
  return { pokes, heard, ends }
}

test('what one phone brings is told to the others at once, and not to itself', () => {
  const { pokes, heard } = listening(3)
  pokes.tell('a', 7, 'd1')
  expect(heard).toEqual([[7], [], [7]])
})

test('of a crowd that comes back each phone hears a few times, the last number last', () => {
  const { pokes, heard } = listening(300)
  for (let seq = 1; seq <= 300; seq += 1) pokes.tell('a', seq, `d${seq % 300}`)
  vi.runAllTimers()
  expect(heard[0]).toEqual([1, 300])
  // The one told of first had brought it.
  expect(heard[1]).toEqual([300])
})

test('one phone that brings much in short order is told nothing of it', () => {
  const { pokes, heard } = listening(300)
  for (let seq = 1; seq <= 5; seq += 1) pokes.tell('a', seq, 'd2')
  vi.runAllTimers()
  expect(heard[2]).toEqual([])
  expect(heard[3]).toEqual([1, 5])
})

test('a crowd of one campus holds up no other, and who stopped listening hears nothing', () => {
  const { pokes, heard, ends } = listening(2)
  const other: number[] = []
  pokes.listen({ campus: 'b', device: 'x', hear: (seq) => void other.push(seq) })
  pokes.tell('a', 1, '')
  pokes.tell('b', 9, '')
  ends[0]?.()
  pokes.tell('a', 2, '')
  vi.runAllTimers()
  expect([heard, other]).toEqual([[[1], [1, 2]], [9]])
})
