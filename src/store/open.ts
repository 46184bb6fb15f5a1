import { Dexie } from 'dexie'
import { type Catalog, catalog as landedCatalog } from '../domain/catalog.ts'
import { schemaVersion } from '../protocol/schema-version.ts'
import { newChangeId } from './change-id.ts'
import { birthOf } from './mark.ts'
import { noMerges } from './merges.ts'
import { newIdAt } from './new-id.ts'
import { problemOf, StoreError } from './problem.ts'
import { type SchemaStep, schemaSteps } from './schema-steps.ts'
import { readSoundly } from './sound.ts'
import type { Mark, Space, SpaceKind } from './space.ts'

export type Opening = {
  name: string
  /** The installation this database must hold; absent for one that is being made. */
  install?: string
  kind?: SpaceKind
  catalog?: Catalog
  steps?: readonly SchemaStep[]
  now?: () => number
}

const connect = (name: string, steps: readonly SchemaStep[]): Dexie => {
  const db = new Dexie(name, { chromeTransactionDurability: 'strict' })
  for (const { version, tables } of steps) db.version(version).stores(tables)
  return db
}

const create = (db: Dexie, kind: SpaceKind, now: number) =>
  db.transaction('rw', 'meta', async () => {
    const present = await birthOf(db)
    if (present) return present
    const birth = {
      key: 'birth',
      install: newIdAt(now),
      device: newIdAt(now),
      me: newIdAt(now),
      kind,
      createdAt: new Date(now).toISOString(),
    }
    const mark: Mark = { key: 'mark', install: birth.install, lastChange: 0, rev: 0, minWriter: schemaVersion }
    await db.table('meta').bulkPut([birth, mark])
    return birth as NonNullable<typeof present>
  })

/** A build that writes a newer schema says so, and older ones stop writing: Dexie would let them. */
const raiseMinWriter = (db: Dexie) =>
  db.transaction('rw', 'meta', async () => {
    const mark = await db.table<Mark, string>('meta').get('mark')
    if (mark && mark.minWriter < schemaVersion) await db.table('meta').put({ ...mark, minWriter: schemaVersion })
  })

/**
 * Opens a database, or makes it when no installation is expected in it.
 * @throws StoreError `refused` where the browser keeps nothing, `wiped` where what was expected is gone.
 */
export const openSpace = async (opening: Opening): Promise<Space> => {
  const { name, install, kind = 'own', catalog = landedCatalog, steps = schemaSteps, now = Date.now } = opening
  const db = connect(name, steps)
  try {
    await db.open()
    readSoundly(db, catalog)
    const [birth, mark] = await Promise.all([
      install === undefined ? create(db, kind, now()) : birthOf(db),
      db.table<Mark, string>('meta').get('mark'),
    ])
    if (!birth || (install !== undefined && birth.install !== install)) throw new StoreError('wiped')
    const newId = () => newIdAt(now())
    const { device, me } = birth
    if (mark && mark.minWriter < schemaVersion) await raiseMinWriter(db)
    return {
      db,
      catalog,
      kind: birth.kind,
      install: birth.install,
      device,
      me,
      now,
      newId,
      newChangeId,
      merges: noMerges(),
    }
  } catch (error) {
    db.close()
    const problem = problemOf(error)
    throw new StoreError(problem === 'unknown' ? 'refused' : problem, error)
  }
}
