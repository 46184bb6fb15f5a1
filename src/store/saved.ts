import type { AnyRow } from '../domain/record.ts'
import type { Space } from './space.ts'

/** What one save wrote: its revision, its rows by table, and the ids of those that are new. */
export type Saved = {
  readonly rev: number
  readonly tables: ReadonlyMap<string, readonly AnyRow[]>
  readonly born: ReadonlySet<string>
}
type Listener = (saved: Saved) => void
const listeners = new WeakMap<Space, Set<Listener>>()

/** Hears of every save made here, as soon as its transaction completed. */
export const onSaved = (space: Space, listener: Listener): void => {
  listeners.set(space, (listeners.get(space) ?? new Set()).add(listener))
}
export const tellSaved = (space: Space, saved: Saved): void => {
  for (const listener of listeners.get(space) ?? []) listener(saved)
}
