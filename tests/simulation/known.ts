import type { Taken } from './sim-server.ts'
import type { Minted } from './world.ts'

/** A change as the server keeps it; `fields` is JSON. */
export type Kept = {
  device: string
  n: number
  id: string
  seq: number
  table: string
  row: string
  fields: string
  refused: string | null
}
/** A change that was taken, and what is known of those who made it. */
export type Known = Kept & { minted: Minted; taken: Taken }

/** Whether the author of one had been told of the other as they made it, as far as their phone had heard. */
export const hadHeard = (one: Known, of: Known): boolean =>
  one.device === of.device
    ? of.n < one.n
    : of.taken.age <= one.minted.age && of.seq <= Number(one.minted.seen?.seq ?? 0)

/** What is typed in a schedule is unlike anything else that is. */
export const isWord = (value: unknown): value is string => typeof value === 'string' && value.includes('canari')
