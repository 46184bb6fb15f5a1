import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { base64Of, bytesOf } from '../../src/protocol/base64.ts'
import { MOST_UPDATE, MOST_WRITERS } from '../../src/protocol/cut-update.ts'
import { cleaned, differenceOf } from '../../src/protocol/text-difference.ts'
import {
  bringTo,
  docOf,
  isSound,
  lackedBy,
  onWritten,
  readingOf,
  stateOf,
  toSend,
  wordsIn,
  write,
} from '../../src/protocol/text-doc.ts'

const shuffled = <T>(all: readonly T[], by: number): T[] =>
  all
    .map((one, at) => [one, (at * 7919 + by) % 101] as const)
    .sort((a, b) => a[1] - b[1])
    .map(([one]) => one)
const pieces = fc.constantFrom('a', 'b', 'é', '😀', '😁', '🎉', 'ا', 'ש', '\n', '\r\n', '\ud83d', '\ude00')
const text = fc.array(pieces, { maxLength: 12 }).map((some) => some.join(''))

describe('what differs between two texts', () => {
  test('makes the one of the other, and parts no character', () => {
    void fc.assert(
      fc.property(text, text, fc.nat(12), (one, other, caret) => {
        const [before, after] = [cleaned(one), cleaned(other)]
        const { at, drop, add } = differenceOf(before, after, Math.min(caret, after.length))
        expect(before.slice(0, at) + add + before.slice(at + drop)).toBe(after)
        expect(add.isWellFormed()).toBe(true)
        expect(before.slice(at, at + drop).isWellFormed()).toBe(true)
      }),
    )
  })

  test('a letter doubled is the one before the caret', () => {
    expect(differenceOf('aa', 'aaa', 1)).toEqual({ at: 0, drop: 0, add: 'a' })
    expect(differenceOf('aa', 'aaa', 3)).toEqual({ at: 2, drop: 0, add: 'a' })
  })
})

describe('an edit too large to travel', () => {
  const long = '😀é ا\n'.repeat(30_000)

  test('is cut, and its pieces make the same text in any order', () => {
    const doc = docOf([])
    const updates = bringTo(doc, long)
    expect(updates.length).toBeGreaterThan(3)
    for (const update of updates) {
      expect(bytesOf(update).length).toBeLessThanOrEqual(MOST_UPDATE)
      expect(isSound(update)).toBe(true)
    }
    for (const by of [0, 13, 58]) expect(readingOf(docOf(shuffled(updates, by)))).toBe(long)
    expect(updates.map(wordsIn).join('')).toBe(long)
  })

  test('goes for thousands of small ones and for what was deleted between them', () => {
    const docs = [docOf([]), docOf([]), docOf([])]
    const all: Uint8Array[] = []
    for (const doc of docs) onWritten(doc, (update) => all.push(update))
    const [first] = docs as [ReturnType<typeof docOf>]
    for (let n = 0; n < 2_500; n += 1) {
      const doc = docs[n % 3] as typeof first
      write(doc, { at: 0, drop: 0, add: `${n} et trois mots ` })
      if (n % 4 === 0) write(doc, { at: 2, drop: 1, add: '' })
    }
    const updates = toSend(all)
    expect(updates.length).toBeGreaterThan(1)
    for (const update of updates) expect(bytesOf(update).length).toBeLessThanOrEqual(MOST_UPDATE)
    const whole = docOf(toSend(all.toReversed()))
    expect(readingOf(docOf(shuffled(updates, 5)))).toBe(readingOf(whole))
    expect(stateOf(docOf(updates))).toBe(stateOf(whole))
  })

  test('is cut also where it is short, but of more writers than may travel together', () => {
    const all = Array.from({ length: MOST_WRITERS + 1 }, (_, n) => bytesOf(bringTo(docOf([]), `mot${n} `)[0] ?? ''))
    const together = base64Of(Y.mergeUpdates(all))
    expect(bytesOf(together).length).toBeLessThan(MOST_UPDATE)
    expect(isSound(together)).toBe(false)
    const updates = toSend(all)
    expect(updates.filter((update) => !isSound(update))).toEqual([])
    expect(readingOf(docOf(updates))).toBe(readingOf(docOf([together])))
  })
})

test('thousands of empty pieces, which nobody types, are no update', () => {
  const pieces = Array.from({ length: 10_000 }, () => [0, 1]).flat()
  const update = (count: number) =>
    base64Of(Uint8Array.from([1, (count % 128) | 128, count >> 7, 1, 0, ...pieces.slice(0, count * 2), 0]))
  expect([isSound(update(5_000)), isSound(update(10_000))]).toEqual([true, false])
})

test('what one copy has and another lacks can be told, deletions too; nothing where it lacks nothing', () => {
  const doc = docOf([])
  const first = bringTo(doc, 'one two three')
  const second = bringTo(doc, 'one three four')
  const old = docOf(first)
  const lacked = lackedBy(old, [stateOf(doc)])
  expect(readingOf(old)).toBe('one three four')
  expect(readingOf(docOf([...first, ...lacked]))).toBe('one three four')
  expect(lackedBy(docOf([...first, ...second]), [stateOf(doc)])).toEqual([])
})

test('what is no update of a text is known', () => {
  const doc = docOf([])
  doc.getMap('other').set('a', 1)
  expect(isSound(stateOf(doc))).toBe(false)
  const [update = ''] = bringTo(docOf([]), 'bonjour')
  for (const odd of ['', 'é', '====', 'AAE=', update.slice(0, -8), `A${update}`]) expect(isSound(odd), odd).toBe(false)
})

test('a made-up update is refused or taken, and never hangs nor spoils what is there', () => {
  const [good = ''] = bringTo(docOf([]), 'bonjour à tous 😀')
  void fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(60), fc.nat(255)), { minLength: 1, maxLength: 4 }), (changes) => {
      const bytes = bytesOf(good)
      for (const [at, byte] of changes) bytes[at % bytes.length] = byte
      const update = btoa(String.fromCharCode(...bytes))
      if (!isSound(update)) return
      const doc = docOf([good])
      try {
        lackedBy(doc, [update])
      } catch {
        return
      }
      expect(readingOf(docOf([stateOf(doc)]))).toBe(readingOf(doc))
    }),
    { numRuns: 5_000 },
  )
})
