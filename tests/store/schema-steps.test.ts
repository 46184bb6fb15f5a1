import { Dexie } from 'dexie'
import { expect, onTestFinished, test } from 'vitest'
import type { Catalog } from '../../src/domain/catalog.ts'
import { link, optional, text } from '../../src/domain/field.ts'
import { defineRecord } from '../../src/domain/record.ts'
import { wholeCatalog as catalog } from '../../src/domain/whole-catalog.ts'
import { schemaVersion } from '../../src/protocol/schema-version.ts'
import { draftsOf } from '../../src/store/drafts.ts'
import { missingStep } from '../../src/store/missing-step.ts'
import { openSpace } from '../../src/store/open.ts'
import { linkedTo, listed } from '../../src/store/read.ts'
import { schemaSteps } from '../../src/store/schema-steps.ts'
import { openSearchIndex } from '../../src/store/search-index.ts'
import { birth, editOf, save } from '../../src/store/write.ts'
import schema1 from './fixtures/schema-1.json'
import schema2 from './fixtures/schema-2.json'
import schema3 from './fixtures/schema-3.json'
import schema4 from './fixtures/schema-4.json'
import schema5 from './fixtures/schema-5.json'
import { testSpace } from './test-space.ts'

type Fixture = Record<string, { [name: string]: unknown }[]>
/** What a phone held at each version that ever shipped. */
const fixtures: Record<number, Fixture> = { 1: schema1, 2: schema2, 3: schema3, 4: schema4, 5: schema5 }

const visit = defineRecord({
  table: 'visits',
  label: 'Visite',
  plural: 'Visites',
  summary: ['title'],
  fields: { title: text({ label: 'Objet', sorts: true }), person: optional(link({ label: 'Personne', to: 'people' })) },
})

/** A database as the version that had only the first steps left it. */
const leftBy = async (version: number, fixture: Fixture) => {
  const name = `test-${crypto.randomUUID()}`
  const old = new Dexie(name)
  for (const step of schemaSteps) if (step.version <= version) old.version(step.version).stores(step.tables)
  await old.open()
  for (const [table, rows] of Object.entries(fixture)) await old.table(table).bulkAdd(rows)
  old.close()
  onTestFinished(() => Dexie.delete(name))
  return name
}

test('the steps give every record type the tables and indexes it asks for', () => {
  expect(missingStep(catalog)).toBeUndefined()
})

test('a new record type or a changed index without a step is seen', () => {
  const step = {
    version: schemaSteps.length + 1,
    tables: { visits: 'id,sort,rev,deletedAt,arrived,person,mergedInto' },
  }
  expect(missingStep({ ...catalog, visits: visit })).toEqual({
    ...step,
    version: (schemaSteps.at(-1)?.version ?? 0) + 1,
  })
  expect(missingStep({ ...catalog, visits: visit }, [...schemaSteps, step])).toBeUndefined()
  const changed: Catalog = {
    ...catalog,
    tasks: { ...catalog.tasks, fields: { ...catalog.tasks.fields, event2: visit.fields.person } },
  }
  expect(Object.keys(missingStep(changed)?.tables ?? {})).toEqual(['tasks'])
})

test('every step has a fixture of what it left, and steps only ever grow', () => {
  expect(Object.keys(fixtures).map(Number)).toEqual(schemaSteps.map(({ version }) => version))
  expect(schemaSteps.map(({ version }) => version)).toEqual(schemaSteps.map((_, at) => at + 1))
})

test.each(Object.entries(fixtures))(
  'a phone of version %s opens with nothing changed but who may write in it',
  async (version, fixture) => {
    const name = await leftBy(Number(version), fixture)
    const install = String(fixture.meta?.find(({ key }) => key === 'birth')?.install)
    const space = await openSpace({ name, install })
    onTestFinished(() => space.db.close())
    for (const [table, rows] of Object.entries(fixture)) {
      const kept = await space.db
        .table(table)
        .bulkGet(rows.map((row) => (row.key ?? row.n ?? row.id ?? row.sha) as string))
      const left = rows.map((row) => (row.key === 'mark' ? { ...row, minWriter: schemaVersion } : row))
      expect(kept, table).toEqual(left)
      expect(await space.db.table(table).count(), table).toBe(rows.length)
    }
    const left = schemaSteps
      .filter((step) => step.version <= Number(version))
      .flatMap(({ tables }) => Object.keys(tables))
    expect(left.filter((table) => !fixture[table])).toEqual([])
  },
)

test('what a phone of version 1 held can be listed, searched, followed and written on', async () => {
  const space = await openSpace({ name: await leftBy(1, schema1), install: schema1.meta[0]?.install ?? '' })
  onTestFinished(() => space.db.close())
  expect((await listed(space, 'people')).map(({ name }) => name)).toEqual(['Élodie Lefèvre'])
  expect(await linkedTo(space, 'exchanges', 'people', 'p1')).toHaveLength(1)
  expect((await draftsOf(space)).map(({ title }) => title)).toEqual(['Bruno'])
  const index = openSearchIndex(space)
  await index.refresh()
  for (const asked of ['elodie lefevre', 'songe', '06 39 98 01 42'])
    expect(
      index.search('people', asked).rows.map(({ id }) => id),
      asked,
    ).toEqual(['p1'])

  const [ada] = await listed(space, 'people')
  const edit = ada && editOf('people', ada, { position: 'Gérante' })
  await save(space, edit ? [edit, birth(space, 'people', { name: 'Zoé' })] : [])
  expect(await space.db.table('people').get('p1')).toMatchObject({
    position: 'Gérante',
    badge: { of: 'a newer version', colours: ['vert'] },
  })
  expect((await space.db.table('outbox').toArray()).map(({ n }) => n)).toEqual([3, 4, 5, 6])
})

test('a record type still on the bench gets its table from the step it misses', async () => {
  const grown = { ...catalog, visits: visit }
  const space = await testSpace({ catalog: grown, steps: [...schemaSteps, missingStep(grown) ?? []].flat() })
  const born = birth(space, 'visits', { title: 'Visite d’atelier', person: 'p1' })
  await save(space, [born])
  expect(await linkedTo(space, 'visits', 'person', 'p1')).toMatchObject([{ id: born.row, sort: 'visite d atelier' }])
})
