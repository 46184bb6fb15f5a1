import { describe, expect, test } from 'vitest'
import type { Change } from '../../src/protocol/change.ts'
import { afterNews } from '../../src/protocol/received.ts'
import { newsOf } from '../../src/protocol/row-state.ts'
import { type Edit, now, taken } from './merging.ts'

const seen = (device: string, since = 0, whole = false) => ({ device, since, whole })

test('a phone hears of what others touched past what it has, and of nothing else', () => {
  const { state } = taken([
    { by: 'A', fields: { name: 'Nadia', role: 'Tutrice' } },
    { by: 'B', base: 1, fields: { phone: '1' } },
  ])
  expect(newsOf('people', 'r', state, seen('A'))?.fields).toEqual({ phone: '1' })
  expect(newsOf('people', 'r', state, seen('A', 2))).toBeUndefined()
  expect(newsOf('people', 'r', state, seen('C', 1))).toEqual({
    ...{ table: 'people', row: 'r', seq: 2, by: 'B', at: now + 1, fields: { phone: '1' } },
  })
})

describe('a phone is told', () => {
  const told = (edits: Edit[], device: string, since: number, tells = true) =>
    newsOf('people', 'r', taken(edits, undefined, () => tells).state, seen(device, since))?.fields
  const two = (name: 'name' | 'doneAt'): Edit[] => [
    { by: 'A', fields: { [name]: 'late' } },
    { by: 'B', at: now - 1_000, fields: { [name]: 'early' } },
  ]

  test('nothing of the tags it added itself, and those of others', () => {
    const edits: Edit[] = [
      { by: 'A', fields: { name: 'Nadia', tags: { add: ['un'] } } },
      { by: 'A', base: 1, fields: { tags: { add: ['deux'] } } },
    ]
    expect(told(edits, 'A', 0)).toBeUndefined()
    expect(told(edits, 'B', 1)).toEqual({ tags: ['un', 'deux'] })
  })

  test('what others touched past what it has, though it wrote the last value', () => {
    const edits: Edit[] = [
      { by: 'A', fields: { name: 'one' } },
      { by: 'B', base: 1, fields: { name: 'two' } },
      { by: 'A', base: 2, fields: { name: 'three' } },
    ]
    expect([told(edits, 'A', 1), told(edits, 'A', 2)]).toEqual([{ name: 'three' }, undefined])
  })

  test('that its value lost, though it has heard of the other one before', () => {
    expect(told(two('name'), 'B', 1)).toEqual({ name: 'late' })
    expect(told(two('doneAt'), 'B', 1, false)).toEqual({ doneAt: 'late' })
  })

  test('that its value won over another, or was typed by somebody else too', () => {
    expect(told(two('name'), 'A', 1)).toEqual({ name: 'late' })
    expect(told(two('doneAt'), 'A', 1, false)).toEqual({ doneAt: 'late' })
    const same: Edit[] = ['A', 'B'].map((by) => ({ by, fields: { name: 'Nadia' } }))
    expect([told(same, 'A', 1), told(same, 'B', 1)]).toEqual([{ name: 'Nadia' }, { name: 'Nadia' }])
  })
})

test('a row a phone may not have is told whole, without what was emptied', () => {
  const { state } = taken([
    { by: 'A', fields: { name: 'Nadia', role: 'Tutrice' } },
    { by: 'A', fields: { role: null } },
  ])
  expect(newsOf('people', 'r', state, seen('B'))).toMatchObject({ born: { by: 'A' }, fields: { name: 'Nadia' } })
  expect(newsOf('people', 'r', state, seen('A'))).toBeUndefined()
  expect(newsOf('people', 'r', state, seen('A', 2, true))).toMatchObject({ born: { by: 'A' } })
})

test('an emptied field is told as such to who has the row', () => {
  const { state } = taken([
    { by: 'A', fields: { role: 'Tutrice' } },
    { by: 'B', base: 1, fields: { role: null } },
  ])
  const news = newsOf('people', 'r', state, seen('A'))
  expect(news?.fields).toEqual({ role: null })
  const row = { id: 'r', role: 'Tutrice', seq: 1 } as never
  expect(news && afterNews(row, news, [])).not.toHaveProperty('role')
})

test('what is not sent yet stays over what is told', () => {
  const { state } = taken([{ by: 'B', fields: { name: 'Nadja', role: 'Tutrice' } }])
  const news = newsOf('people', 'r', state, seen('A'))
  const waiting = [{ n: 4, row: 'r', table: 'people', fields: { name: 'Nadia' } }] as unknown as Change[]
  expect(news && afterNews(undefined, news, waiting)).toMatchObject({ name: 'Nadia', role: 'Tutrice', seq: 1 })
})

test('two versions come with the field and go with it', () => {
  const { state } = taken([
    { by: 'A', fields: { name: 'one' } },
    { by: 'B', fields: { name: 'two' } },
  ])
  const news = newsOf('people', 'r', state, seen('A'))
  const row = news && afterNews({ id: 'r', name: 'one' } as never, news, [])
  expect(row?.versions?.name).toMatchObject({ value: 'one', by: 'A' })
  const settled = taken([{ by: 'B', base: 2, fields: { name: 'one' } }], state).state
  const then = newsOf('people', 'r', settled, seen('A', 2))
  expect(then && afterNews(row, then, [])).not.toHaveProperty('versions')
})

test('a row told whole replaces what the phone had of it; since when it is here stays', () => {
  const { state } = taken([{ by: 'B', fields: { name: 'Nadja' } }])
  const news = newsOf('people', 'r', state, seen('A', 0, true))
  const had = { id: 'r', name: 'Nadia', role: 'of a lost timeline', seq: 9, arrived: '2026-11-22' } as never
  const row = news && afterNews(had, news, [])
  expect(row).toMatchObject({ name: 'Nadja', seq: 1, arrived: '2026-11-22' })
  expect(row).not.toHaveProperty('role')
})
