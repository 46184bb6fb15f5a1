import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { survivorsOf } from '../../src/domain/merged-into.ts'

const name = fc.constantFrom(...'abcdefghij')
const merges = fc.uniqueArray(fc.tuple(name, name), { selector: ([id]) => id, maxLength: 10 })

test('of two rows merged into one another on two phones, the one with the smaller id stays', () => {
  const here = survivorsOf(
    new Map([
      ['b', 'a'],
      ['a', 'b'],
    ]),
  )
  expect(Object.fromEntries(here)).toEqual({ a: 'a', b: 'a' })
})

test('a row merged into one that was merged itself is found at the end of the chain', () => {
  const chain = new Map([
    ['a', 'b'],
    ['b', 'c'],
  ])
  expect(Object.fromEntries(survivorsOf(chain))).toEqual({ a: 'c', b: 'c' })
})

test('a row merged into itself, or into one that has not come yet, stands for itself', () => {
  expect(survivorsOf(new Map([['a', 'a']])).get('a')).toBe('a')
  expect(survivorsOf(new Map([['a', 'b']]), () => false).get('a')).toBe('a')
})

test('whatever was merged into whatever, every phone finds the same one, and that one stands', () => {
  void fc.assert(
    fc.property(merges, fc.nat(), (pairs, turn) => {
      const survivors = survivorsOf(new Map(pairs))
      // In whichever order the phone came to know of them.
      const turned = [
        ...pairs.slice(turn % (pairs.length || 1)),
        ...pairs.slice(0, turn % (pairs.length || 1)),
      ].reverse()
      expect(Object.fromEntries(survivorsOf(new Map(turned)))).toEqual(Object.fromEntries(survivors))
      const standsFor = (id: string) => survivors.get(id) ?? id
      for (const [id, into] of pairs) {
        expect(standsFor(id)).toBe(standsFor(into))
        expect(standsFor(standsFor(id))).toBe(standsFor(id))
      }
    }),
  )
})

test('no row is lost: all that hang together have exactly one that stands, and it is one of them', () => {
  void fc.assert(
    fc.property(merges, (pairs) => {
      const survivors = survivorsOf(new Map(pairs))
      const near = new Map<string, string>()
      const root = (id: string): string => (near.has(id) ? root(near.get(id) ?? id) : id)
      for (const [id, into] of pairs) if (root(id) !== root(into)) near.set(root(id), root(into))
      const all = new Set(pairs.flat())
      for (const id of all) {
        const together = [...all].filter((one) => root(one) === root(id))
        expect(together.filter((one) => (survivors.get(one) ?? one) === one)).toHaveLength(1)
      }
    }),
  )
})
