import { keepCheck, summedWhenDue } from '../store/check.ts'
import { nextBatch } from '../store/outbox.ts'
import { type Asked, receive } from '../store/receive.ts'
import type { Space } from '../store/space.ts'
import { keepTrouble, setAside, startingState } from '../store/sync-marks.ts'

type Without<F> = F extends (space: Space, ...rest: infer R) => infer T ? (...rest: R) => T : never

/** What a round asks of the database. */
export type SyncStore = {
  readonly state: Without<typeof startingState>
  readonly nextBatch: Without<typeof nextBatch>
  readonly receive: Without<typeof receive>
  readonly keepTrouble: Without<typeof keepTrouble>
  readonly setAside: Without<typeof setAside>
  readonly summedWhenDue: Without<typeof summedWhenDue>
  readonly keepCheck: Without<typeof keepCheck>
}
export type { Asked }

export const syncStoreOf = (space: Space): SyncStore => ({
  state: () => startingState(space),
  nextBatch: (acked, limit) => nextBatch(space, acked, limit),
  receive: (reply, asked) => receive(space, reply, asked),
  keepTrouble: (trouble) => keepTrouble(space, trouble),
  setAside: (tooLarge) => setAside(space, tooLarge),
  summedWhenDue: () => summedWhenDue(space),
  keepCheck: (summed, isSame) => keepCheck(space, summed, isSame),
})
