import type { Catalog } from '../../src/domain/catalog.ts'
import { schemaVersion } from '../../src/protocol/schema-version.ts'
import { catalog } from '../prose/minutes.ts'

/** How many builds a phone is behind. */
export type Behind = 0 | 1 | 2

const { people: _, ...before } = catalog
const { minutes: __, ...longBefore } = before
/** What each of them knows. */
export const builds = { 0: catalog, 1: before, 2: longBefore } satisfies Record<Behind, Catalog>

/** The schema each of them writes: today's, the one before, the first that ever landed. */
const writes: Readonly<Record<Behind, number>> = { 0: schemaVersion, 1: schemaVersion - 1, 2: 1 }
/** A request as such a build writes it. */
export const asBuilt = (request: string, behind: Behind): string =>
  request.replaceAll(`"schema":${schemaVersion}`, `"schema":${writes[behind]}`)
