import { afterEach, beforeEach, expect, test } from 'vitest'
import { monthOf, monthsOfSchoolYear, schoolYearOf } from '../../src/domain/indicators/months.ts'
import { filterChoices } from '../../src/store/filter-choices.ts'
import { type Filters, filtersFrom } from '../../src/store/filter-names.ts'
import { anyNoted, idsMatching } from '../../src/store/filters.ts'
import { openSpace } from '../../src/store/open.ts'
import type { Space } from '../../src/store/space.ts'
import { birth, save } from '../../src/store/write.ts'

let space: Space
const named = new Map<string, string>()

const add = async (table: string, key: string, values: Record<string, unknown>) => {
  const edit = birth(space, table, values)
  await save(space, [edit])
  named.set(edit.row, key)
  return edit.row
}
const found = async (table: string, filters: Filters) =>
  [...(await idsMatching(space, table, filters))].map((id) => named.get(id)).sort()

const november = new Date(2026, 10, 22, 10).toISOString()
const march = new Date(2027, 2, 3, 10).toISOString()
const gone = '2026-12-01T00:00:00.000Z'

beforeEach(async () => {
  space = await openSpace({ name: `test-${crypto.randomUUID()}`, now: () => new Date(2027, 3, 1).getTime() })
  const fair = await add('events', 'fair', { name: 'Salon', startsOn: '2026-11-22' })
  const forum = await add('events', 'forum', { name: 'Forum', startsOn: '2027-03-03' })
  const company = await add('organisations', 'company', {
    name: 'Fonderie',
    kind: 'company',
    college: 'economy',
    sectors: ['materials'],
    localSectors: ['Bijou'],
    basin: 'Haute vallée',
    department: 'Orne',
  })
  const school = await add('organisations', 'school', { name: 'Lycée', kind: 'cfa', college: 'training' })
  const closed = await add('organisations', 'closed', { name: 'Fermée', kind: 'company', deletedAt: gone })
  const ann = await add('people', 'ann', { name: 'Ann' })
  const bob = await add('people', 'bob', { name: 'Bob' })
  const old = await add('people', 'old', { name: 'Old', deletedAt: gone })
  await add('affiliations', 'a', { person: ann, organisation: company })
  await add('affiliations', 'b', { person: bob, organisation: company, until: '2026-12-31' })
  await add('affiliations', 'c', { person: bob, organisation: school, until: '2027-06-30' })
  await add('affiliations', 'd', { person: old, organisation: company })
  await add('affiliations', 'e', { person: bob, organisation: closed })
  const met = { kind: 'fair', event: fair, at: november, interests: ['jury', 'taxe'] }
  await add('exchanges', 'at the fair', { ...met, people: [ann, old], organisation: company })
  await add('exchanges', 'taken back', { ...met, people: [bob], organisation: school, deletedAt: gone })
  await add('exchanges', 'call', { kind: 'call', at: march, people: [bob], organisation: school, interests: ['talk'] })
  await add('exchanges', 'at the forum', { kind: 'fair', event: forum, at: march, people: [ann], interests: ['talk'] })
  named.set('fair', fair).set('forum', forum)
})
afterEach(async () => {
  await space.db.delete()
  named.clear()
})
const fair = () => named.get('fair') as string
const forum = () => named.get('forum') as string

test('structures are found by what is noted on them', async () => {
  expect(await found('organisations', { kind: 'company' })).toEqual(['company'])
  expect(await found('organisations', { college: 'training' })).toEqual(['school'])
  expect(await found('organisations', { sector: 'materials' })).toEqual(['company'])
  expect(await found('organisations', { sector: 'Bijou' })).toEqual(['company'])
  expect(await found('organisations', { territory: 'Orne' })).toEqual(['company'])
  expect(await found('organisations', { territory: 'Haute vallée' })).toEqual(['company'])
  expect(await found('organisations', { sector: 'none' })).toEqual(['school'])
  // Who acts for this sector on this territory.
  expect(await found('organisations', { sector: 'materials', territory: 'Orne' })).toEqual(['company'])
  expect(await found('organisations', { sector: 'none', territory: 'Orne' })).toEqual([])
})

test('structures are found by the exchanges that point to them', async () => {
  expect(await found('organisations', { event: fair() })).toEqual(['company'])
  expect(await found('organisations', { month: '2027-03' })).toEqual(['school'])
  expect(await found('organisations', { interest: 'jury', kind: 'cfa' })).toEqual([])
  expect(await found('organisations', { interest: 'jury', kind: 'company' })).toEqual(['company'])
})

test('exchanges are found by themselves and by their structure', async () => {
  expect(await found('exchanges', { kind: 'fair' })).toEqual(['at the fair', 'at the forum'])
  expect(await found('exchanges', { event: fair() })).toEqual(['at the fair'])
  expect(await found('exchanges', { interest: 'talk' })).toEqual(['at the forum', 'call'])
  expect(await found('exchanges', { month: '2026-11' })).toEqual(['at the fair'])
  expect(await found('exchanges', { college: 'training' })).toEqual(['call'])
  expect(await found('exchanges', { college: 'training', event: fair() })).toEqual([])
})

test('people are found by the structures they are in now', async () => {
  expect(await found('people', { kind: 'company' })).toEqual(['ann'])
  expect(await found('people', { kind: 'cfa' })).toEqual(['bob'])
  expect(await found('people', { territory: 'Orne' })).toEqual(['ann'])
})

test('people are found by one and the same exchange', async () => {
  expect(await found('people', { event: fair() })).toEqual(['ann'])
  expect(await found('people', { event: anyNoted })).toEqual(['ann'])
  expect(await found('people', { event: fair(), interest: 'talk' })).toEqual([])
  expect(await found('people', { event: forum(), interest: 'talk' })).toEqual(['ann'])
  expect(await found('people', { interest: 'talk', kind: 'cfa' })).toEqual(['bob'])
})

test('a month is the phone’s own, and a school year is a stretch of months', async () => {
  const lastMinute = new Date(2027, 7, 31, 23, 59).toISOString()
  await add('exchanges', 'last', { kind: 'call', at: lastMinute })
  expect(monthOf(lastMinute)).toBe('2027-08')
  expect(schoolYearOf(lastMinute)).toBe(2026)
  expect(await found('exchanges', { month: monthsOfSchoolYear(2026) })).toHaveLength(4)
  expect(await found('exchanges', { month: '2027-09' })).toEqual([])
  expect(await found('exchanges', { month: 'nonsense' })).toEqual([])
})

test('only known filters with a value are taken from an address', () => {
  expect(filtersFrom({ kind: 'company', event: '', page: '2' })).toEqual({ kind: 'company' })
})

test('the choices are those of what was noted', async () => {
  const choices = await filterChoices(space)
  expect(choices.events.map((event) => event.name)).toEqual(['Forum', 'Salon'])
  expect(choices.territories).toEqual(['Haute vallée', 'Orne'])
  expect(choices.localSectors).toEqual(['Bijou'])
  expect(choices.months).toEqual(['2027-03', '2027-02', '2027-01', '2026-12', '2026-11'])
})
