import { expect, test } from 'vitest'
import type { AnyRow } from '../../src/domain/record.ts'
import { choose } from '../../src/store/choose-event.ts'
import { eventOfTheDay } from '../../src/store/event-of-the-day.ts'
import { filterChoices } from '../../src/store/filter-choices.ts'
import { idsMatching } from '../../src/store/filters.ts'
import { lastTouched, linkedTo, listed, rowOf } from '../../src/store/read.ts'
import { openSearchIndex } from '../../src/store/search-index.ts'
import type { Space } from '../../src/store/space.ts'
import { birth, type Edit, save } from '../../src/store/write.ts'
import { eventFigures } from '../../src/ui/event/event-figures.ts'
import { countedRows, figuresOf } from '../../src/ui/pages/pilotage-figures.ts'
import { tiesOf } from '../../src/ui/record/ties.ts'
import { inAnotherTab, testSpace } from './test-space.ts'

const noon = () => new Date('2026-11-24T12:00:00').getTime()
const at = new Date('2026-11-24T09:00:00').toISOString()

/** Two phones noted the same structure, person and fair; each has something that leads to it. */
const twice = async () => {
  const space = await testSpace({ now: noon })
  const index = openSearchIndex(space)
  const pair = (table: string, values: Record<string, unknown>, other: Record<string, unknown>) =>
    [birth(space, table, values), birth(space, table, other)] as const
  const [dupont, etsDupont] = pair('organisations', { name: 'Dupont' }, { name: 'Ets Dupont' })
  const [ana, anaToo] = pair('people', { name: 'Ana Ruiz' }, { name: 'Ruiz Ana' })
  const [fair, fairToo] = pair(
    'events',
    { name: 'Forum', startsOn: '2026-11-24' },
    { name: 'Forum des métiers', startsOn: '2026-11-24' },
  )
  const about = (person: Edit, organisation: Edit, event: Edit) => [
    birth(space, 'affiliations', { person: person.row, organisation: organisation.row }),
    birth(space, 'exchanges', {
      ...{ kind: 'fair', at, people: [person.row], organisation: organisation.row, event: event.row },
    }),
    birth(space, 'tasks', { title: 'Rappeler', person: person.row, organisation: organisation.row, event: event.row }),
    birth(space, 'visitorCounts', { event: event.row, public: 'parents', number: 3, at }),
  ]
  await save(space, [
    ...[dupont, etsDupont, ana, anaToo, fair, fairToo],
    ...about(ana, dupont, fair),
    ...about(anaToo, etsDupont, fairToo),
  ])
  await index.refresh()
  const merge = async (...pairs: (readonly [string, Edit, Edit | null])[]) => {
    await save(
      space,
      pairs.map(([table, of, into]) => ({ table, row: of.row, fields: { mergedInto: into?.row ?? null } })),
    )
    await index.refresh()
  }
  return { space, index, merge, dupont, etsDupont, ana, anaToo, fair, fairToo }
}
const ids = (rows: readonly AnyRow[]) => rows.map((row) => row.id)
const names = async (space: Space, table: string) => (await listed(space, table)).map((row) => row.name)

test('what pointed to either of two merged records is found from the one that stays, and from the other’s address', async () => {
  const { space, index, merge, ...of } = await twice()
  await merge(
    ['organisations', of.etsDupont, of.dupont],
    ['people', of.anaToo, of.ana],
    ['events', of.fairToo, of.fair],
  )
  for (const one of [of.dupont, of.etsDupont]) {
    expect((await rowOf(space, 'organisations', one.row))?.name).toBe('Dupont')
    expect(await linkedTo(space, 'exchanges', 'organisation', one.row)).toHaveLength(2)
    expect(await linkedTo(space, 'tasks', 'organisation', one.row)).toHaveLength(2)
  }
  expect((await tiesOf(space, 'organisation', of.dupont.row)).map(({ other }) => other.values[0])).toEqual(['Ana Ruiz'])
  expect(await eventFigures(space, of.fairToo.row, '2026-11-24')).toEqual({
    ...{ met: 1, metToday: 1, counted: 6, countedToday: 6 },
  })
  const figures = figuresOf(await countedRows(space), undefined)
  expect(figures.structures.total).toBe(1)
  expect(figures.people).toEqual({ total: 1, parts: [{ key: of.fair.row, count: 1 }] })
  expect(await idsMatching(space, 'exchanges', { event: of.fairToo.row })).toHaveProperty('size', 2)
  expect((await filterChoices(space)).events).toHaveLength(1)
  await choose(space, of.fairToo.row, '2026-11-24')
  expect((await eventOfTheDay(space, '2026-11-24'))?.id).toBe(of.fair.row)
  expect(index.search('people', 'ruiz').rows.map(({ values, of }) => [values[0], of])).toEqual([
    ['Ana Ruiz', ['Dupont']],
  ])
  expect(index.all('exchanges').map(({ values }) => values.slice(0, 2))).toEqual([
    [['Ana Ruiz'], ['Dupont']],
    [['Ana Ruiz'], ['Dupont']],
  ])
})

test('the other leaves every list, and comes back whole when they are separated', async () => {
  const { space, index, merge, ...of } = await twice()
  await merge(['organisations', of.etsDupont, of.dupont])
  expect(await names(space, 'organisations')).toEqual(['Dupont'])
  expect(index.search('organisations', 'ets').rows).toEqual([])
  expect(ids(await lastTouched(space, 'organisations', 5))).not.toContain(of.etsDupont.row)
  await merge(['organisations', of.etsDupont, null])
  expect(await names(space, 'organisations')).toEqual(['Dupont', 'Ets Dupont'])
  expect(index.search('organisations', 'ets').rows).toHaveLength(1)
  expect(await linkedTo(space, 'exchanges', 'organisation', of.dupont.row)).toHaveLength(1)
  expect(index.search('people', 'ruiz ana ets').rows).toHaveLength(1)
})

test('two phones that merge in opposite directions lose neither: the same one stands in the lists of both', async () => {
  const { space, index, merge, ...of } = await twice()
  await merge(['organisations', of.etsDupont, of.dupont], ['organisations', of.dupont, of.etsDupont])
  const first = [of.dupont, of.etsDupont].sort((a, b) => (a.row < b.row ? -1 : 1))[0]?.row
  expect(ids(await listed(space, 'organisations'))).toEqual([first])
  expect(index.all('organisations').map(({ id }) => id)).toEqual([first])
  expect((await rowOf(space, 'organisations', of.etsDupont.row))?.id).toBe(first)
  expect(await linkedTo(space, 'exchanges', 'organisation', of.dupont.row)).toHaveLength(2)
  await merge(['organisations', of.dupont, null])
  expect(await names(space, 'organisations')).toEqual(['Dupont'])
})

test('of a chain the last one stands', async () => {
  const { space, index, merge, ...of } = await twice()
  const third = birth(space, 'organisations', { name: 'Société Dupont' })
  await save(space, [third])
  await merge(['organisations', of.dupont, of.etsDupont], ['organisations', of.etsDupont, third])
  expect((await rowOf(space, 'organisations', of.dupont.row))?.name).toBe('Société Dupont')
  expect(await linkedTo(space, 'exchanges', 'organisation', third.row)).toHaveLength(2)
  expect(index.all('organisations')).toHaveLength(1)
})

test('deleting the one that stays takes the merged ones along, and brings them back', async () => {
  const { space, index, merge, ...of } = await twice()
  await merge(['organisations', of.etsDupont, of.dupont])
  const deletion = (deletedAt: string | null): Edit => ({
    ...{ table: 'organisations', row: of.dupont.row, fields: { deletedAt } },
  })
  await save(space, [deletion(at)])
  await index.refresh()
  expect(await names(space, 'organisations')).toEqual([])
  expect((await rowOf(space, 'organisations', of.etsDupont.row))?.deletedAt).toBe(at)
  await save(space, [deletion(null)])
  await index.refresh()
  expect(await names(space, 'organisations')).toEqual(['Dupont'])
  expect(await linkedTo(space, 'exchanges', 'organisation', of.dupont.row)).toHaveLength(2)
})

test('a record merged into one that has not come yet stays in the lists until it comes', async () => {
  const { space, index, merge, ...of } = await twice()
  const absent = birth(space, 'organisations', { name: 'Dupont SA' })
  await merge(['organisations', of.dupont, absent])
  expect(await names(space, 'organisations')).toEqual(['Dupont', 'Ets Dupont'])
  await save(await inAnotherTab(space, { now: noon }), [absent])
  await index.refresh()
  expect(await names(space, 'organisations')).toEqual(['Dupont SA', 'Ets Dupont'])
})

test('what links is never rewritten on the disk', async () => {
  const { space, merge, ...of } = await twice()
  const before = await space.db.table('exchanges').toArray()
  await merge(['organisations', of.etsDupont, of.dupont], ['people', of.anaToo, of.ana])
  const [exchange] = await linkedTo(space, 'exchanges', 'organisation', of.dupont.row)
  await save(space, [{ table: 'exchanges', row: String(exchange?.id), fields: { subject: 'Stage' } }])
  const links = (rows: AnyRow[]) => rows.map(({ organisation, people }) => [organisation, people])
  expect(links(await space.db.table('exchanges').toArray())).toEqual(links(before))
})
