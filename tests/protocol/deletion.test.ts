import { describe, expect, test } from 'vitest'
import { newsOf, type RowState } from '../../src/protocol/row-state.ts'
import { type Edit, now, standing, taken } from './merging.ts'

const deleted = '2026-11-22T11:00:00.000Z'
const earlier = '2026-11-22T10:00:00.000Z'

describe('deleting', () => {
  const born: Edit = { by: 'A', fields: { name: 'Nadia' } }

  test('an edit made without knowing of it brings the row back', () => {
    const { state } = taken([
      born,
      { by: 'B', base: 1, fields: { deletedAt: deleted } },
      { by: 'A', base: 1, fields: { role: 'x' } },
    ])
    expect([standing(state, 'deletedAt'), standing(state, 'role')]).toEqual([null, 'x'])
  })

  test('a deletion made without knowing of an edit does not take the row', () => {
    const { state, lost } = taken([
      born,
      { by: 'B', base: 1, fields: { role: 'x' } },
      { by: 'A', base: 0, fields: { deletedAt: deleted } },
    ])
    expect([standing(state, 'deletedAt'), lost]).toEqual([null, ['deletedAt']])
  })

  test('a deletion that knew of all stands, and can be taken back', () => {
    const gone = taken([born, { by: 'B', base: 1, fields: { deletedAt: deleted } }]).state
    expect(standing(gone, 'deletedAt')).toBe(deleted)
    expect(standing(taken([{ by: 'B', base: 1, fields: { deletedAt: null } }], gone).state, 'deletedAt')).toBeNull()
    expect(standing(taken([{ by: 'A', base: 2, fields: { role: 'x' } }], gone).state, 'deletedAt')).toBe(deleted)
  })

  test.each([
    ['by a clock years behind', '2019-05-01T10:00:00.000Z'],
    ['by a clock in the future', '2038-01-01T00:00:00.000Z'],
    ['on a phone that was offline for months', '2026-07-22T10:00:00.000Z'],
  ])('deleted %s, it is in the trash from when the server heard of it, on that phone too', (_, deletedAt) => {
    const at = Date.parse(deletedAt)
    const { state, lost } = taken([born, { by: 'B', base: 1, at, fields: { deletedAt } }])
    expect([standing(state, 'deletedAt'), lost]).toEqual([new Date(now + 2).toISOString(), []])
    const told = (device: string) =>
      newsOf('people', 'r', state, { device, since: 1, whole: false, trashFrom: now - 3_600_000 })?.fields.deletedAt
    expect([told('A'), told('B')]).toEqual(Array(2).fill(standing(state, 'deletedAt')))
  })

  test('two who delete it agree', () => {
    const { state, lost } = taken([
      born,
      { by: 'A', fields: { deletedAt: deleted } },
      { by: 'B', base: 1, at: now - 3_600_000, fields: { deletedAt: earlier } },
    ])
    expect([standing(state, 'deletedAt'), lost]).toEqual([earlier, []])
  })

  test('one’s own edits on the way do not keep it from being deleted', () => {
    const edits: Edit[] = [born, { by: 'A', fields: { role: 'x' } }, { by: 'A', fields: { deletedAt: deleted } }]
    expect(standing(taken(edits).state, 'deletedAt')).toBe(deleted)
    // Somebody else's do, though one wrote over them since.
    const { state } = taken([born, { by: 'B', base: 1, fields: { role: 'y' } }, { by: 'A', fields: { role: 'x' } }])
    expect(standing(taken([{ by: 'A', base: 1, fields: { deletedAt: deleted } }], state).state, 'deletedAt')).toBeNull()
  })

  test('who deleted it is not told so; the others are; when it comes back everybody is told all of it', () => {
    const gone = taken([born, { by: 'B', base: 1, fields: { deletedAt: deleted } }]).state
    const told = (state: RowState, device: string, since: number) =>
      newsOf('people', 'r', state, { device, since, whole: false })?.fields
    expect([told(gone, 'B', 1), told(gone, 'A', 1)]).toEqual([undefined, { deletedAt: deleted }])
    const back = taken([{ by: 'A', base: 1, fields: { role: 'x' } }], gone).state
    for (const device of ['A', 'B', 'C']) expect(told(back, device, 2)).toEqual({ name: 'Nadia', role: 'x' })
    expect(newsOf('people', 'r', back, { device: 'A', since: 2, whole: false })?.born).toEqual(
      gone.born && { by: 'A', at: gone.born.at },
    )
    // It is back already: a further edit by one who knew of nothing says no more of it.
    const later = taken([{ by: 'C', base: 1, fields: { phone: '1' } }], back).state
    expect(told(later, 'B', 3)).toEqual({ phone: '1' })
  })

  test('who takes a deletion back is told what it was deleted with', () => {
    const gone = taken([born, { by: 'B', base: 1, fields: { deletedAt: deleted } }]).state
    const edited = taken([{ by: 'A', base: 2, fields: { role: 'x' } }], gone).state
    const back = taken([{ by: 'B', base: 2, fields: { deletedAt: null } }], edited).state
    expect(newsOf('people', 'r', back, { device: 'B', since: 2, whole: false })?.fields).toEqual({
      name: 'Nadia',
      role: 'x',
    })
  })

  test('out of the trash, who never had it does not hear of it; who had it does, and who asks for the whole', () => {
    const gone = taken([born, { by: 'A', fields: { deletedAt: deleted } }]).state
    const told = (device: string, since: number, more: object = {}) =>
      newsOf('people', 'r', gone, { device, since, whole: false, trashFrom: now + 3_600_000, ...more })?.fields
        .deletedAt
    expect([told('B', 0), told('B', 0, { trashFrom: now - 3_600_000 })]).toEqual([undefined, deleted])
    expect([told('B', 1), told('B', 0, { whole: true })]).toEqual([deleted, deleted])
  })

  test('deleted once more after it came back, it is told to who had it before and heard nothing since', () => {
    const back = taken([born, { by: 'A', fields: { deletedAt: earlier } }, { by: 'A', fields: { deletedAt: null } }])
    const gone = taken([{ by: 'A', fields: { deletedAt: deleted } }], back.state).state
    const seen = { device: 'B', since: 1, whole: false, trashFrom: now + 3_600_000 }
    expect(newsOf('people', 'r', gone, seen)?.fields).toEqual({ name: 'Nadia', deletedAt: deleted })
  })

  test('who wrote the last word after somebody else hears of the deletion it had not heard of', () => {
    const gone = taken([born, { by: 'B', base: 1, fields: { deletedAt: earlier } }]).state
    const again = taken([{ by: 'A', base: 1, fields: { deletedAt: deleted } }], gone).state
    expect(newsOf('people', 'r', again, { device: 'A', since: 1, whole: false })?.fields).toEqual({
      deletedAt: deleted,
    })
  })
})
