import { watch } from '../store/read.ts'
import type { Space } from '../store/space.ts'
import { enrolmentOf } from '../store/sync-state.ts'
import { browserParts } from './sync-parts.ts'
import { type Sync, syncWhileSeen } from './while-seen.ts'

/**
 * Starts as soon as this database is enrolled, which may be now or later, and anew each time; examples never are.
 * `comeBack`: what to try when the server does not know this device; whether it does then.
 */
export const startSync = (space: Space, comeBack: () => Promise<boolean>, partsOf = browserParts): Sync => {
  if (space.kind === 'examples') return { now: () => {}, stop: () => {} }
  let sync: Sync | undefined
  let since: string | undefined
  const stopWatching = watch(
    space,
    () => enrolmentOf(space),
    (enrolment) => {
      if (enrolment?.at === since) return
      sync?.stop()
      since = enrolment?.at
      sync = enrolment && syncWhileSeen(space, partsOf(space, enrolment), comeBack)
    },
    () => {},
  )
  return {
    now: () => sync?.now(),
    stop: () => {
      stopWatching()
      sync?.stop()
    },
  }
}
