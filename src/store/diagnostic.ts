import { schemaVersion } from '../protocol/schema-version.ts'
import { lastProblems, type MetProblem } from './last-problems.ts'
import { waitingIn } from './outbox.ts'
import { howMany } from './read.ts'
import type { Mark, Space } from './space.ts'
import { type StorageState, storageState } from './storage-state.ts'

/** What the screen knows and the store does not. */
export type Surroundings = {
  version: string
  language: string
  theme: string
  installed: boolean
  userAgent: string
}

export type Diagnostic = Surroundings & {
  madeAt: string
  space: string
  schema: { build: number; database: number; minWriter: number | null }
  /** Rows present and rows in the trash, by table. */
  rows: Record<string, { present: number; deleted: number }>
  drafts: number
  outbox: { waiting: number; oldestMinutes: number | null }
  storage: StorageState
  secureContext: boolean
  problems: MetProblem[]
}

const counted = async (space: Space, table: string) => {
  const [all, present] = await Promise.all([space.db.table(table).count(), howMany(space, table)])
  return [table, { present, deleted: all - present }] as const
}

/**
 * What helps to understand a fault from afar, as numbers and codes. It is built from counts alone: nothing of a row,
 * no id of a person or device, and only the known values of what the screen says.
 */
export const diagnosticOf = async (space: Space, around: Surroundings): Promise<Diagnostic> => {
  const { db, catalog } = space
  const [rows, drafts, outbox, mark, storage] = await Promise.all([
    Promise.all(Object.keys(catalog).map((table) => counted(space, table))),
    db.table('drafts').count(),
    waitingIn(space),
    db.table<Mark, string>('meta').get('mark'),
    storageState(),
  ])
  const now = space.now()
  return {
    ...around,
    madeAt: new Date(now).toISOString(),
    space: space.kind,
    schema: { build: schemaVersion, database: db.verno, minWriter: mark?.minWriter ?? null },
    rows: Object.fromEntries(rows),
    drafts,
    outbox: {
      waiting: outbox.changes,
      oldestMinutes: outbox.since === undefined ? null : Math.round((now - outbox.since) / 60_000),
    },
    storage,
    secureContext: isSecureContext,
    problems: lastProblems(),
  }
}
