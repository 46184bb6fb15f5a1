import type { AnyRow } from '../domain/record.ts'
import type { Space } from './space.ts'

/** Which rows were merged into others, as every read follows it. */
export type Merges = {
  /** The id of the row that stands for this one. */
  readonly one: (table: string, id: string) => string
  /** The ids of the rows one of them stands for, all of them, in no order. */
  readonly all: (table: string, id: string) => readonly string[]
  /** A row with its links led to the rows that stand. */
  readonly led: <T extends AnyRow>(table: string, row: T) => T
}
/** What is known of merges in one space, and who hears when that changes. */
export type HeldMerges = { now: Merges; readonly heard: Set<() => void> }

/** None until merged-rows.ts has read them, after the first list: no first row waits for it. */
export const noMerges = (): HeldMerges => ({
  now: { one: (_, id) => id, all: (_, id) => [id], led: (_, row) => row },
  heard: new Set(),
})
export const mergesOf = (space: Space): Merges => space.merges.now
