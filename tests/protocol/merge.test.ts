import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applied } from '../../src/protocol/fields.ts'
import { type Edit, now, otherOf, standing, taken } from './merging.ts'

const HOUR = 3_600_000
const iso = (ms: number) => new Date(ms).toISOString()

describe('two who edit one record', () => {
  test('different fields: both stay', () => {
    const { state } = taken([
      { by: 'A', fields: { name: 'Nadia', role: 'Tutrice' } },
      { by: 'B', base: 1, fields: { phone: '+33639981234' } },
      { by: 'A', base: 1, fields: { role: 'Directrice' } },
    ])
    expect(['name', 'phone', 'role'].map((field) => standing(state, field))).toEqual([
      ...['Nadia', '+33639981234', 'Directrice'],
    ])
    expect(Object.values(state.fields).every(({ o }) => o === undefined)).toBe(true)
  })

  test('one field, unseen: the later stands, the other is beside it with its author and time', () => {
    const { state, lost } = taken([
      { by: 'A', fields: { name: 'Nadia' } },
      { by: 'B', base: 1, at: now - HOUR, fields: { name: 'Nadja' } },
      { by: 'A', base: 1, at: now - 2 * HOUR, fields: { name: 'Nadia F.' } },
    ])
    // B saw A's first value, so B's stands, and counts as made after it; A's second is older and did not see it.
    expect(standing(state, 'name')).toBe('Nadja')
    expect(otherOf(state, 'name')).toMatchObject({ value: 'Nadia F.', by: 'A', at: iso(now - 2 * HOUR) })
    expect(otherOf(state, 'name')?.kept).toEqual({ by: 'B', at: iso(now + 1) })
    expect(lost).toEqual(['name'])
  })

  test('who had the value that stands before them wins over it, though another lost to it meanwhile', () => {
    const { state } = taken([
      { by: 'A', at: now, fields: { town: 'Dinan' } },
      { by: 'B', at: now - HOUR, fields: { town: 'Dol' } },
      { by: 'C', base: 1, at: now - 2 * HOUR, fields: { town: 'Dinard' } },
    ])
    expect(standing(state, 'town')).toBe('Dinard')
    // What B gave was before nobody yet.
    expect(otherOf(state, 'town')).toMatchObject({ value: 'Dol', by: 'B' })
    expect(otherOf(state, 'town')?.kept.by).toBe('C')
  })

  test('the later one stands though it comes first, or second', () => {
    const early: Edit = { by: 'A', at: now - HOUR, fields: { name: 'early' } }
    const late: Edit = { by: 'B', at: now - 1, fields: { name: 'late' } }
    for (const edits of [
      [early, late],
      [late, early],
    ]) {
      const { state } = taken(edits)
      expect(standing(state, 'name')).toBe('late')
      expect(otherOf(state, 'name')?.value).toBe('early')
    }
  })

  test('at the same moment the choice is the same in both orders', () => {
    const one: Edit = { by: 'A', at: now, fields: { name: 'one' } }
    const two: Edit = { by: 'B', at: now, fields: { name: 'two' } }
    expect(standing(taken([one, two]).state, 'name')).toBe(standing(taken([two, one]).state, 'name'))
  })

  test('of three at the same moment the same one stands, in whatever order they come', () => {
    const [one, two, three] = ['A', 'B', 'C'].map((by): Edit => ({ by, at: now, fields: { name: by } }))
    if (!one || !two || !three) throw new Error()
    const stands = (edits: Edit[]) => standing(taken(edits).state, 'name')
    expect(stands([one, two, three])).toBe(stands([three, one, two]))
    expect(stands([one, two, three])).toBe(stands([two, three, one]))
  })

  test('the same value typed by both is no second version, and stays its first author’s', () => {
    const { state, lost } = taken([
      { by: 'A', fields: { name: 'Nadia' } },
      { by: 'B', fields: { name: 'Nadia' } },
    ])
    expect([standing(state, 'name'), otherOf(state, 'name'), lost]).toEqual(['Nadia', undefined, []])
    expect(state.fields.name?.by).toBe('A')
    // Who had seen it before it was typed again has not seen that.
    const later = taken([{ by: 'C', base: 1, fields: { name: 'Nadine' } }], state).state
    expect([standing(later, 'name'), otherOf(later, 'name')?.value]).toEqual(['Nadine', 'Nadia'])
  })

  test('an edit that saw the value comes after it, however slow the clock it was made by', () => {
    const seen: Edit[] = [
      { by: 'A', at: now - HOUR, fields: { name: 'first' } },
      { by: 'B', base: 1, at: now - 3 * HOUR, fields: { name: 'second' } },
    ]
    for (const at of [now - 2 * HOUR, now - HOUR])
      expect(standing(taken([...seen, { by: 'C', base: 1, at, fields: { name: 'blind' } }]).state, 'name')).toBe(
        'second',
      )
  })

  test('who saw both settles it, and only they', () => {
    const conflict: Edit[] = [
      { by: 'A', fields: { name: 'one' } },
      { by: 'B', fields: { name: 'two' } },
    ]
    expect(otherOf(taken([...conflict, { by: 'C', base: 2, fields: { name: 'one' } }]).state, 'name')).toBeUndefined()
    const blind = taken([...conflict, { by: 'B', base: 0, fields: { name: 'three' } }]).state
    expect(standing(blind, 'name')).toBe('three')
    expect(otherOf(blind, 'name')).toMatchObject({ value: 'one', kept: { by: 'B', at: iso(now + 2) } })
  })

  test('a device has seen all its own earlier edits', () => {
    const { state, lost } = taken([
      { by: 'A', fields: { name: 'one' } },
      { by: 'A', at: now - HOUR, fields: { name: 'two' } },
    ])
    expect([standing(state, 'name'), otherOf(state, 'name'), lost]).toEqual(['two', undefined, []])
  })

  test('what the app fills by itself takes one value in silence', () => {
    const done: Edit[] = [
      { by: 'A', fields: { doneAt: '2026-11-22T09:00:00.000Z' } },
      { by: 'B', fields: { doneAt: '2026-11-22T10:00:00.000Z' } },
    ]
    expect(otherOf(taken(done, undefined, () => false).state, 'doneAt')).toBeUndefined()
  })

  test('tags add up, and none is said to be lost; a drop takes only what it names', () => {
    const { state, lost } = taken([
      { by: 'A', fields: { tags: { add: ['un', 'deux', 'deux'] } } },
      { by: 'B', fields: { tags: { add: ['trois', 'un'] } } },
      { by: 'A', fields: { tags: { drop: ['deux'] } } },
    ])
    expect([standing(state, 'tags'), lost]).toEqual([['un', 'trois'], []])
  })

  test('a link to nothing is no link, on the server and on the phone that sent it', () => {
    const sent = { mergedInto: '', tags: { add: ['', 'un'] } }
    const { state, lost } = taken([
      { by: 'A', fields: { name: 'Nadia', mergedInto: 'r-2' } },
      { by: 'A', fields: sent },
    ])
    expect([standing(state, 'mergedInto'), standing(state, 'tags'), lost]).toEqual([null, ['un'], []])
    expect(applied({ name: 'Nadia', mergedInto: 'r-2' }, sent)).toEqual({ name: 'Nadia', tags: ['un'] })
  })

  test('a field that is a list to one build and a value to another breaks nothing', () => {
    const { state } = taken([
      { by: 'A', fields: { odd: { add: ['x'] } } },
      { by: 'B', fields: { odd: 'text' } },
      { by: 'C', fields: { odd: { add: ['y'] } } },
    ])
    expect(standing(state, 'odd')).toEqual(['y'])
    expect(otherOf(state, 'odd')).toBeUndefined()
    const text = taken([
      { by: 'A', fields: { odd: { add: ['x'] } } },
      { by: 'B', fields: { odd: 'text' } },
    ]).state
    expect([standing(text, 'odd'), otherOf(text, 'odd')]).toEqual(['text', undefined])
  })

  test('a list keeps the time of its latest edit', () => {
    const { state } = taken([
      { by: 'A', fields: { odd: { add: ['x'] } } },
      { by: 'B', at: now - 2 * HOUR, fields: { odd: { add: ['y'] } } },
      { by: 'C', at: now - HOUR, fields: { odd: 'text' } },
    ])
    expect(standing(state, 'odd')).toEqual(['x', 'y'])
  })
})

test('the last edit of a record is the latest by the clock, and of two at once the one that came after', () => {
  const edit = (by: string, at: number): Edit => ({ by, at, fields: { [by]: 'x' } })
  const last = (...edits: Edit[]) => {
    const { by, at } = taken(edits).state
    return [by, at]
  }
  expect(last(edit('A', now - 1), edit('B', now - HOUR))).toEqual(['A', now - 1])
  expect(last(edit('A', now - HOUR), edit('B', now - 1))).toEqual(['B', now - 1])
  expect(last(edit('A', now - 1), edit('B', now - 1))).toEqual(['B', now - 1])
})

describe('clocks', () => {
  test('a clock a day ahead gains nothing past the server’s now', () => {
    const { state } = taken([
      { by: 'A', at: now + 24 * HOUR, fields: { name: 'ahead' } },
      { by: 'B', at: now + 2, fields: { name: 'honest' } },
    ])
    expect(standing(state, 'name')).toBe('honest')
  })

  test('a clock a day behind, once its offset is known, counts like any other', () => {
    const { state } = taken([
      { by: 'A', at: now - HOUR, fields: { name: 'an hour ago' } },
      { by: 'B', at: now - 24 * HOUR, offset: 24 * HOUR, fields: { name: 'now' } },
    ])
    expect(standing(state, 'name')).toBe('now')
  })

  test('a time is a whole number of milliseconds, and none is before 1970', () => {
    const timed = (at: number) => taken([{ by: 'A', at, fields: { name: 'x' } }]).state.at
    expect([timed(1_000.4), timed(-5)]).toEqual([1_000, 0])
  })

  test.each([-1e300, 1e300, Number.MIN_VALUE])('a clock that says %s stops nothing', (at) => {
    expect(() =>
      taken([
        { by: 'A', fields: { name: 'x' } },
        { by: 'B', at, offset: at, fields: { name: 'y' } },
      ]),
    ).not.toThrow()
  })
})

const edit = fc.record({
  by: fc.constantFrom('A', 'B', 'C'),
  base: fc.nat(5),
  at: fc.integer({ min: now - 48 * HOUR, max: now + 48 * HOUR }),
  fields: fc.record({ name: fc.constantFrom('one', 'two', 'three', null) }),
})

test('whoever saw the present value never loses to it', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), edit, (before, last) => {
      const { state } = taken(before)
      const after = taken([{ ...last, base: state.seq }], state)
      expect([standing(after.state, 'name'), after.lost]).toEqual([last.fields.name, []])
      expect(otherOf(after.state, 'name')).toBeUndefined()
    }),
  )
})

test('a value is replaced only by one that saw it, or is shown beside the one that stands', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), edit, (before, last) => {
      const { state } = taken(before)
      const { v: was, n = 0, g: givenAt = n, d } = state.fields.name ?? {}
      const after = taken([last], state)
      const isSeen = last.base >= givenAt || d === last.by
      const shown = [standing(after.state, 'name'), otherOf(after.state, 'name')?.value]
      if (!isSeen) expect(shown).toContain(was)
      expect(shown).toContain(last.fields.name)
    }),
  )
})
