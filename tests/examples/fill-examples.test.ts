import type { Dexie } from 'dexie'
import { afterEach, expect, test } from 'vitest'
import { siret } from '../../src/domain/identifiers/siret.ts'
import type { AnyRow } from '../../src/domain/record.ts'
import { schemaOf } from '../../src/domain/schema.ts'
import { wholeCatalog as catalog } from '../../src/domain/whole-catalog.ts'
import { fillExamples } from '../../src/examples/fill-examples.ts'
import { openSpace } from '../../src/store/open.ts'
import { allTwins } from '../../src/store/twins.ts'
import { frenchFaults } from '../i18n/typography.ts'
import { rowsByTable } from '../store/rows-by-table.ts'

const noon = new Date('2026-11-22T12:00:00').getTime()
const today = '2026-11-22'
const opened: Dexie[] = []
const filled = async (now = noon) => {
  const space = await openSpace({ name: `test-${crypto.randomUUID()}`, kind: 'examples', now: () => now })
  opened.push(space.db)
  await fillExamples(space)
  return { space, rows: await rowsByTable(space) }
}
afterEach(async () => {
  for (const db of opened.splice(0)) {
    db.close()
    await db.delete()
  }
})

test('the examples hold as much as they promise', async () => {
  const { rows } = await filled()
  const { organisations, people, events, exchanges } = rows
  expect([organisations, people, events, exchanges].map((some) => some?.length)).toEqual([40, 80, 3, 120])
  expect(new Set(organisations?.map((row) => row.college))).toEqual(new Set(['training', 'economy', 'territory']))
  expect(new Set(organisations?.map((row) => row.name)).size).toBe(40)
  expect(new Set(people?.map((row) => row.name)).size).toBe(80)
})

test('nothing of them waits to be sent', async () => {
  const { space } = await filled()
  expect(await space.db.table('outbox').count()).toBe(0)
})

test('every row is one that the app could have written', async () => {
  const { rows } = await filled()
  for (const type of Object.values(catalog))
    for (const row of rows[type.table] ?? []) {
      expect(schemaOf(type).safeParse(row).error, JSON.stringify(row)).toBeUndefined()
      const own = Object.keys(type.fields)
      expect(Object.keys(row).filter((name) => !own.includes(name) && !marks.has(name))).toEqual([])
      for (const [name, { kind, options }] of Object.entries(type.fields))
        if (options && kind !== 'number' && row[name] !== undefined)
          expect([row[name]].flat().filter((key) => !(String(key) in options))).toEqual([])
    }
})
const marks = new Set(['id', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy', 'seq', 'rev', 'sort'])

test('every link leads to a row that is there', async () => {
  const { rows } = await filled()
  const ids = Object.fromEntries(
    Object.entries(rows).map(([table, some]) => [table, new Set(some.map((row) => row.id))]),
  )
  let seen = 0
  for (const type of Object.values(catalog))
    for (const [name, { to }] of Object.entries(type.fields))
      for (const id of to ? (rows[type.table] ?? []).flatMap((row) => row[name] ?? []) : []) {
        expect(ids[String(to)]?.has(String(id)), `${type.table}.${name}`).toBe(true)
        seen++
      }
  expect(seen).toBeGreaterThan(500)
})

test.each(['2026-11-22T12:00:00', '2027-03-01T00:04:00', '2028-02-29T23:58:00'])(
  'at %s one fair is today, one is over with its figures, one is to come',
  async (moment) => {
    const { rows } = await filled(new Date(moment).getTime())
    const day = moment.slice(0, 10)
    const [over, now, coming] = (rows.events ?? []).sort((a, b) => String(a.sort).localeCompare(String(b.sort)))
    expect(now).toMatchObject({ startsOn: day })
    expect(now?.closedAt).toBeUndefined()
    expect(over).toMatchObject({
      attendance: expect.any(Number),
      cost: expect.any(Number),
      summary: expect.any(String),
    })
    expect(String(over?.closedAt) < day).toBe(true)
    expect(String(coming?.startsOn) > day).toBe(true)
    expect(rows.visitorCounts?.filter((row) => row.event === now?.id).length).toBeGreaterThan(3)
    expect(rows.visitorCounts?.filter((row) => row.event === over?.id).length).toBeGreaterThan(20)
    const late = (row: AnyRow) => !row.doneAt && row.dueOn !== undefined && String(row.dueOn) < day
    expect(rows.tasks?.filter(late)).toHaveLength(4)
    expect(rows.tasks?.filter((row) => row.dueOn === day && !row.doneAt)).toHaveLength(3)
    expect(rows.tasks?.filter((row) => row.doneAt)).toHaveLength(7)
    const instants = [...(rows.exchanges ?? []), ...(rows.visitorCounts ?? [])].map((row) => String(row.at)).sort()
    expect(instants.at(-1)?.localeCompare(new Date(moment).toISOString())).toBeLessThanOrEqual(0)
    expect(Date.parse(moment) - Date.parse(String(instants[0]))).toBeLessThan(366 * 86_400_000)
  },
)

test('some people belong to several structures and some have left one', async () => {
  const { rows } = await filled()
  const running = (rows.affiliations ?? []).filter((row) => !row.until)
  const several = rows.people?.filter(({ id }) => running.filter((row) => row.person === id).length > 1)
  expect(several?.length).toBeGreaterThan(5)
  expect((rows.affiliations?.length ?? 0) - running.length).toBeGreaterThan(5)
  for (const { since, until } of rows.affiliations ?? [])
    if (since && until) expect(String(since) < String(until)).toBe(true)
})

test('numbers and addresses of the examples reach nobody', async () => {
  const { rows } = await filled()
  const all = [...(rows.people ?? []), ...(rows.organisations ?? [])]
  const phones = all.flatMap((row) => [row.phone, row.mobile, row.landline]).filter(Boolean)
  const fictional = /^\+33(?:19900|26191|35301|46571|53649|63998)\d{4}$/
  expect(phones.filter((number) => !fictional.test(String(number)))).toEqual([])
  const addresses = all.flatMap((row) => [row.email, row.website]).filter(Boolean)
  expect(addresses.filter((address) => !/^(?:\S+@|https:\/\/www\.)[a-z0-9-]+\.example$/.test(String(address)))).toEqual(
    [],
  )
  const sirets = all.map((row) => row.siret).filter((one) => typeof one === 'string')
  expect(sirets.length).toBeGreaterThan(8)
  expect(sirets.filter((one) => !one.startsWith('999'))).toEqual([])
  expect(sirets.filter((one) => siret.doubt(one))).toHaveLength(1)
})

test('the same day gives the same examples, another day other dates', async () => {
  const told = ({ rows }: Awaited<ReturnType<typeof filled>>, table: string, name: string) =>
    rows[table]?.map((row) => row[name]).sort()
  const [one, same, later] = [await filled(), await filled(), await filled(noon + 86_400_000)]
  expect(told(one, 'exchanges', 'report')).toEqual(told(same, 'exchanges', 'report'))
  expect(told(one, 'exchanges', 'at')).toEqual(told(same, 'exchanges', 'at'))
  expect(told(one, 'people', 'name')).toEqual(told(later, 'people', 'name'))
  expect(told(one, 'events', 'startsOn')).toContain(today)
  expect(told(later, 'events', 'startsOn')).not.toContain(today)
})

test('their French is written as French typography asks', async () => {
  const { rows } = await filled()
  const texts = Object.values(rows).flatMap((some) =>
    some.flatMap((row) => [row.name, row.title, row.report, row.summary, row.placementCapacity, row.subject]),
  )
  expect(texts.filter((text) => typeof text === 'string' && frenchFaults(text).length > 0)).toEqual([])
})

test('no two records of the examples are told to be the same', async () => {
  const { space } = await filled()
  expect(await allTwins(space)).toEqual([])
})
