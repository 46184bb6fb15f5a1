import { randomUUID } from 'node:crypto'
import type { Dexie } from 'dexie'
import type { AnyRow } from '../../src/domain/record.ts'
import { wholeCatalog as catalog } from '../../src/domain/whole-catalog.ts'
import type { Change } from '../../src/protocol/change.ts'
import { digestHere, withDigest } from '../../src/protocol/row-digest.ts'
import { schemaVersion } from '../../src/protocol/schema-version.ts'
import { noMerges } from '../../src/store/merges.ts'
import type { Space } from '../../src/store/space.ts'
import { memoryDb, memoryDisk } from '../simulation/memory-db.ts'

/** What a phone keeps, by the app's own store, on a disk in memory. */
export const memorySpace = ({ device, me }: { device: string; me: string }) => {
  const disk = memoryDisk()
  const db = memoryDb(
    disk,
    () => {},
    () => {},
  )
  const [meta, install] = [disk.rowsOf('meta'), device]
  meta.set('birth', { key: 'birth', install, device, me, kind: 'own', createdAt: '' })
  meta.set('mark', { key: 'mark', install, lastChange: 0, rev: 0, minWriter: schemaVersion })
  const space: Space = {
    ...{ db: db as unknown as Dexie, catalog, kind: 'own', install, device, me, merges: noMerges() },
    ...{ now: () => Date.now(), newId: () => randomUUID(), newChangeId: () => randomUUID() },
  }
  return {
    space,
    /** All that was minted here. */
    minted: () => [...disk.rowsOf('outbox').values()] as unknown as Change[],
    /** All that it shows, as one number: see protocol/row-digest.ts. */
    digest: () =>
      Object.keys(catalog)
        .flatMap((table) => [...disk.rowsOf(table).values()].map((row) => digestHere(table, row as AnyRow)))
        .reduce(withDigest, 0),
  }
}
