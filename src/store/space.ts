import type { Dexie } from 'dexie'
import type { Catalog } from '../domain/catalog.ts'
import type { HeldMerges } from './merges.ts'

/** Why a space exists: to hold one's own work, or fictional examples that are never sent anywhere. */
export type SpaceKind = 'own' | 'examples'

/** The sentinel: written once when the database is made. Its presence tells a new database from a wiped one. */
export type Birth = { key: 'birth'; install: string; device: string; me: string; kind: SpaceKind; createdAt: string }

/** What every write reads and raises. */
export type Mark = {
  key: 'mark'
  install: string
  /** The count of the last change minted here; the next one takes the number after it. */
  lastChange: number
  /** The local revision of the last write. */
  rev: number
  /** Builds that write an older schema than this no longer write here. */
  minWriter: number
  /** The server's clock minus this one when they last spoke, in ms; absent before. */
  offset?: number
}

/** An open database with what its writes need to know. Clock and ids are given, so that a test may own them. */
export type Space = {
  readonly db: Dexie
  readonly catalog: Catalog
  readonly kind: SpaceKind
  readonly install: string
  readonly device: string
  /** The id of the person who notes on this device. */
  readonly me: string
  /** Ms since 1970. */
  readonly now: () => number
  readonly newId: () => string
  readonly newChangeId: () => string
  readonly merges: HeldMerges
}
