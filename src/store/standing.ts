import { filesWaiting, type WaitingFiles } from './offers.ts'
import { type Waiting, waitingIn } from './outbox.ts'
import { refusedIn } from './refused.ts'
import type { Space } from './space.ts'
import { enrolmentOf, type SyncState, syncStateOf } from './sync-state.ts'

/** All the screen tells of sync. */
export type Standing = {
  readonly isEnrolled: boolean
  readonly state: SyncState
  readonly waiting: Waiting
  /** Photos and documents, whose rows may be sent already. */
  readonly files: WaitingFiles
  readonly refused: number
  /** Refused too, and taken off the list: on this phone alone. */
  readonly off: number
}

/** In one transaction, so that what waits and what was acknowledged are of one moment. */
export const standingOf = (space: Space): Promise<Standing> =>
  space.db.transaction('r', ['meta', 'outbox', 'refused', 'offers'], async () => {
    const [enrolment, state, waiting, files, { listed, off }] = await Promise.all([
      enrolmentOf(space),
      syncStateOf(space),
      waitingIn(space),
      filesWaiting(space),
      refusedIn(space),
    ])
    // What waits for the direction is one thing to know of, however many they are.
    const held = listed.filter(({ code }) => code === 'held').length
    const refused = listed.length - held + Math.min(held, 1)
    return { isEnrolled: enrolment !== undefined, state, waiting, files, refused, off: off.length }
  })
