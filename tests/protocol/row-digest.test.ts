import { expect, test } from 'vitest'
import { digestHere, digestThere } from '../../src/protocol/row-digest.ts'
import type { FieldState, FieldValue, RowState } from '../../src/protocol/row-state.ts'

const kept = { by: 'b', at: '2026-11-20T10:00:00.000Z' }
const lost = { by: 'a', at: '2026-11-20T09:00:00.000Z', kept }
const field = (v: FieldValue, o?: FieldState['o']): FieldState => ({
  ...{ v, n: 3, p: 0, t: 1, by: 'a', d: 'd', c: 'c' },
  ...(o && { o }),
})
const state = (fields: RowState['fields']): RowState => ({
  ...{ seq: 3, by: 'a', at: 1, born: { by: 'a', at: 1, n: 1, d: 'd' } },
  fields,
})

// By this sum phones find what they miss: another rule would have all of them fetch everything again.
test('a row has the digest it always had, on a phone and at the server', () => {
  const values = { town: 'Agde', name: 'Lycée « Bel-Air »\n2e ligne', name2: 'x', main: true, count: 12.5 }
  const phone = '+33612345678'
  const marks = { createdAt: 'x', createdBy: 'y', updatedAt: 'x', updatedBy: 'y', seq: 3, rev: 4, sort: 'zz' }
  const versions = { town: { ...lost, value: 'Sète' }, phone: { ...lost, value: null } }
  const here = { id: 'r1', ...marks, ...values, phone, tags: ['art', 'bois'], gone: undefined, versions }
  const there = state({
    ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, field(value)])),
    town: field('Agde', { ...versions.town, n: 7 }),
    phone: field(phone, { ...versions.phone, n: 7 }),
    tags: field(['bois', 'art']),
    emptied: field(null),
    nobody: field([]),
  })
  expect(digestHere('organisations', here)).toBe(392_789_929_546)
  expect(digestThere('organisations', 'r1', there)).toBe(392_789_929_546)
})

test('a row that is deleted has none, and one without fields has that of its name', () => {
  const at = '2026-11-20T09:00:00.000Z'
  expect(digestHere('people', { id: 'r2', name: 'Nadia', deletedAt: at })).toBe(0)
  expect(digestThere('people', 'r2', state({ name: field('Nadia'), deletedAt: field(at) }))).toBe(0)
  expect(digestHere('people', { id: 'r2' })).toBe(85_662_379_203)
  expect(digestThere('people', 'r2', state({ deletedAt: field(null) }))).toBe(85_662_379_203)
})
