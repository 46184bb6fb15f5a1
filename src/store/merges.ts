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
const none: Merges = { one: (_, id) => id, all: (_, id) => [id], led: (_, row) => row }

type Held = { now: Merges; listeners: Set<() => void> }
const bySpace = new WeakMap<Space, Held>()
const heldOf = (space: Space): Held => {
  const held = bySpace.get(space) ?? { now: none, listeners: new Set() }
  bySpace.set(space, held)
  return held
}

/** None until merged-rows.ts has read them, after the first list: no first row waits for it. */
export const mergesOf = (space: Space): Merges => heldOf(space).now
export const setMerges = (space: Space, merges: Merges): void => {
  const held = heldOf(space)
  held.now = merges
  for (const listener of [...held.listeners]) listener()
}
export const onMerges = (space: Space, listener: () => void): (() => void) => {
  const { listeners } = heldOf(space)
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
