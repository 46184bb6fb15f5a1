import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AnyRow } from '../../src/domain/record.ts'
import { wholeCatalog as catalog } from '../../src/domain/whole-catalog.ts'
import { applied } from '../../src/protocol/fields.ts'
import { afterNews } from '../../src/protocol/received.ts'
import { schemaVersion } from '../../src/protocol/schema-version.ts'
import type { News, SentChange } from '../../src/protocol/sync-message.ts'
import { sync } from '../../src/server/sync.ts'
import { syncAsk } from '../../src/server/sync-ask.ts'
import { type Kept, openKept } from './kept.ts'

const fixtures = join(import.meta.dirname, '../protocol/fixtures')
const now = Date.UTC(2026, 10, 29)
type Corpus = { changes: SentChange[]; told: News[] }
const read = (name: string) => JSON.parse(readFileSync(join(fixtures, name), 'utf8')) as Corpus
const landed = Array.from({ length: schemaVersion }, (_, at) => at + 1)

let kept: Kept
beforeAll(async () => {
  kept = await openKept(() => now)
})
afterAll(() => kept?.close())

/** A campus with three devices that ask what they like. */
const openCampus = async (id: string) => {
  await kept.ledger.addCampus({ id })
  for (const device of ['here', 'there', 'elsewhere'])
    await kept.ledger.write(id, async (at) => {
      await at.addDevice({ id: device, member: `of-${device}`, name: device })
      await at.putSession(device, `${id}-${device}`)
    })
  return async (device: string, changes: readonly SentChange[]) =>
    (
      await sync(
        { ledger: kept.ledger, catalog, now: () => now },
        id,
        { device, digest: `${id}-${device}` },
        syncAsk.parse({ p: 1, rid: 'r', cursor: 0, changes }),
      )
    ).reply
}

test('each schema that ever landed has its corpus of changes', () => {
  expect(readdirSync(fixtures).sort()).toEqual(landed.map((version) => `changes-${version}.json`))
  for (const version of landed)
    expect(new Set(read(`changes-${version}.json`).changes.map(({ schema }) => schema))).toEqual(new Set([version]))
})

test.each(landed)('what builds of schema %i sent is taken as it was then', async (version) => {
  const { changes, told } = read(`changes-${version}.json`)
  const ask = await openCampus(`golden-${version}`)
  const reply = await ask('here', changes)
  expect(reply.refused).toBeUndefined()
  expect(reply.acked).toBe(changes.length)
  expect((await ask('there', [])).rows).toEqual(told)
})

/** Fields no build knows yet: values of every shape that travels. */
const later = fc.dictionary(
  fc.stringMatching(/^later[A-Z][a-z]{1,6}$/),
  fc.oneof(fc.string(), fc.boolean(), fc.integer(), fc.array(fc.stringMatching(/^[a-z]{1,5}$/), { minLength: 1 })),
  { minKeys: 1, maxKeys: 5 },
)

test('what a later build knows of a row goes through the server and through a phone of today, and comes out whole', async () => {
  let campuses = 0
  await fc.assert(
    fc.asyncProperty(later, fc.constantFrom('Sète', 'Agde'), async (unknown, town) => {
      campuses += 1
      const ask = await openCampus(`later-${campuses}`)
      const given = { table: 'organisations', row: 'o1', schema: schemaVersion + 1, base: 0, at: now, offset: 0 }
      const fields = Object.fromEntries(
        Object.entries(unknown).map(([name, value]) => [
          name,
          Array.isArray(value) ? { add: [...new Set(value)] } : value,
        ]),
      )
      await ask('there', [{ ...given, n: 1, id: `${campuses}-1`, fields: { name: 'Atelier', ...fields } }])
      // The phone of today shows it, and its person edits what it knows.
      const [news] = (await ask('here', [])).rows ?? []
      const row = afterNews(undefined, news as News, [])
      const edited = applied(row, { town }) as AnyRow
      const known = { ...given, schema: schemaVersion, base: row.seq, n: 1, id: `${campuses}-2` }
      await ask('here', [{ ...known, fields: { town } }])
      const wanted = applied({ name: 'Atelier', town }, fields)
      expect(edited).toMatchObject(wanted)
      const [back] = (await ask('elsewhere', [])).rows ?? []
      expect(afterNews(undefined, back as News, [])).toMatchObject(wanted)
    }),
    { numRuns: 100 },
  )
}, 60_000)
