import type { Role } from '../domain/lists/roles.ts'
import type { SpaceKindName } from '../domain/lists/space-kinds.ts'
import type { Space } from './space.ts'

/** The space this database was enrolled in; absent before. Kept in `meta`. */
export type Enrolment = {
  key: 'enrolment'
  campus: string
  name: string
  kind: SpaceKindName
  role: Role
  at: string
}

/** Why the last round did not end as it should. */
export type Trouble =
  | 'no-network'
  /** Something answered that is not our server. */
  | 'portal'
  /** The server could not: it is tried again. */
  | 'server'
  /** This device is no longer a member: nothing is lost, a new link brings it back. */
  | 'signed-out'
  /** The server speaks a newer protocol than this build. */
  | 'outdated'
  /** No room on this phone for what the server tells: it is told again. */
  | 'full'

/** Where this phone stands with its server: written by sync alone, read by the screen like any row. Kept in `meta`. */
export type SyncState = {
  key: 'sync'
  epoch?: string
  /** All up to this number of the campus is here. */
  cursor: number
  /** While pages come: the cursor before the first of them. */
  since?: number
  /** All changes up to this number were taken or refused. */
  acked: number
  /** Up to which change all had been acknowledged at this moment, ms since 1970 by the server's clock: what is forgotten next. */
  ackedAt?: { n: number; at: number }
  /** The revision of this database at this moment, ms since 1970 by the server's clock: rows written up to it may be forgotten a day later. */
  revAt?: { rev: number; at: number }
  /** Changes up to this number are no longer kept. */
  gone: number
  /** Everything comes down again, one's own too, until the first page without a rest. */
  whole?: boolean
  /** The first filling of this database is over: rows of colleagues that come from now on are new. */
  filled?: boolean
  /** When the last round ended well and nothing was left to fetch, ms since 1970 by this phone. */
  lastDone?: number
  /** When the last round began, and why it failed, when it did. */
  lastTry?: number
  trouble?: Trouble
  /** How many deletions wait for this member, who is of the direction, to say whether they take place. */
  held?: number
  /** When what is here was last held against the server, and when all was asked for again because the two differed. */
  checked?: number
  mended?: number
  /** Rows still to come, while a long download runs. */
  left?: number
  /** Tables this build has no place for, whose rows were told all the same. */
  unread?: readonly string[]
}

export const freshSync: SyncState = { key: 'sync', cursor: 0, acked: 0, gone: 0 }

export const enrolmentOf = (space: Space): Promise<Enrolment | undefined> =>
  space.db.table<Enrolment, string>('meta').get('enrolment')

export const syncStateOf = async (space: Space): Promise<SyncState> =>
  (await space.db.table<SyncState, string>('meta').get('sync')) ?? freshSync
