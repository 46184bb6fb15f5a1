import type { Ledger } from './ledger.ts'
import { sessionDays } from './session.ts'

const DAY = 86_400_000
/** So long a link that ended still says why: used, or expired. Afterwards it is unknown. */
const LINK_TELLS = 30 * DAY
/** So long a phone may take to bring all of a photo. Afterwards it begins again. */
const BLOB_WAITS = 30 * DAY

/** Forgets ways in, sessions and uploads that ended or never will, now and once a day. Returns how to stop. `every` in ms. */
export const tidyDaily = (
  { ledger, now }: { ledger: Ledger; now: () => number },
  tell: (error: Error) => void,
  every = DAY,
): (() => void) => {
  const tidy = () =>
    ledger
      .dropEnded({ links: now() - LINK_TELLS, sessions: now() - sessionDays * DAY, blobs: now() - BLOB_WAITS })
      .catch((error) => tell(error))
  void tidy()
  const timer = setInterval(tidy, every)
  timer.unref()
  return () => clearInterval(timer)
}
