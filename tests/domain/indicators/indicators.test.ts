import { expect, test } from 'vitest'
import { peopleMetByEvent } from '../../../src/domain/indicators/events.ts'
import { exchangesByKindAndMonth } from '../../../src/domain/indicators/exchanges.ts'
import { structuresByCollege } from '../../../src/domain/indicators/structures.ts'

test('structures are counted by college, those without one last', () => {
  const rows = [
    {},
    {},
    {},
    { college: 'economy' as const },
    { college: 'economy' as const },
    { college: 'training' as const },
  ]
  expect(structuresByCollege.measure(rows)).toEqual({
    total: 6,
    parts: [
      { key: 'economy', count: 2 },
      { key: 'training', count: 1 },
      { key: 'none', count: 3 },
    ],
  })
})

test('a person met twice at one event is one person, and one in the total of two events', () => {
  const exchanges = [
    { event: 'fair', people: ['ann', 'bob'] },
    { event: 'fair', people: ['ann'] },
    { event: 'forum', people: ['ann'] },
    { event: 'forum' },
    { people: ['eve'] },
  ]
  const people = new Set(['ann', 'bob', 'eve'])
  expect(peopleMetByEvent.measure({ exchanges, people })).toEqual({
    total: 2,
    parts: [
      { key: 'fair', count: 2 },
      { key: 'forum', count: 1 },
    ],
  })
})

test('somebody who is no longer in the notebook is not counted', () => {
  const exchanges = [{ event: 'fair', people: ['gone'] }]
  expect(peopleMetByEvent.measure({ exchanges, people: new Set() })).toEqual({ total: 0, parts: [] })
})

test('exchanges are counted by kind and by month, and a month with none is a zero between others', () => {
  const at = (month: number, day = 15) => new Date(2026, month, day, 12).toISOString()
  const measured = exchangesByKindAndMonth.measure([
    { kind: 'call', at: at(10) },
    { kind: 'fair', at: at(8) },
    { kind: 'call', at: at(8) },
    { kind: 'call', at: at(8, 30) },
  ])
  expect(measured.total).toBe(4)
  expect(measured.parts).toEqual([
    { key: 'call', count: 3 },
    { key: 'fair', count: 1 },
  ])
  expect(measured.months).toEqual([
    {
      key: '2026-09',
      count: 3,
      kinds: [
        { key: 'call', count: 2 },
        { key: 'fair', count: 1 },
      ],
    },
    { key: '2026-10', count: 0, kinds: [] },
    { key: '2026-11', count: 1, kinds: [{ key: 'call', count: 1 }] },
  ])
})

test('nothing noted is nothing counted', () => {
  expect(structuresByCollege.measure([])).toEqual({ total: 0, parts: [] })
  expect(exchangesByKindAndMonth.measure([])).toEqual({ total: 0, parts: [], months: [] })
})

test('each figure tells its source and its formula', () => {
  for (const { name, source, formula } of [structuresByCollege, peopleMetByEvent, exchangesByKindAndMonth])
    expect([name, source, formula].every((words) => words.length > 10)).toBe(true)
})
