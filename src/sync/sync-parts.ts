import type { Space } from '../store/space.ts'
import type { Enrolment } from '../store/sync-state.ts'
import type { Transport } from './answer.ts'
import type { BringBlob } from './blob-answer.ts'
import { blobLink } from './blob-link.ts'
import type { Locks } from './lead.ts'
import type { Source } from './pokes.ts'
import { browserTimer, type Timer } from './timer.ts'
import { httpTransport } from './transport.ts'

/** All that sync takes from its surroundings. */
export type SyncParts = {
  timer: Timer
  /** Ms since 1970. */
  clock: () => number
  /** Ms since some moment: what waits by it waits as long on a phone whose clock is set meanwhile. */
  elapsed: () => number
  /** From 0 to 1. */
  random: () => number
  transport: Transport
  bring: BringBlob
  /** Where the server is heard. */
  listen: () => Source
  locks: Locks | undefined
}

/** The browser's, and the server this app came from. */
export const browserParts = ({ device }: Space, { campus }: Enrolment): SyncParts => {
  const base = `/api/c/${encodeURIComponent(campus)}`
  const clock = () => Date.now()
  return {
    timer: browserTimer,
    clock,
    elapsed: () => performance.now(),
    random: () => Math.random(),
    transport: httpTransport({
      url: `${base}/sync`,
      device,
      fetch: (...given) => fetch(...given),
      timer: browserTimer,
      clock,
    }),
    bring: blobLink({ base, device, fetch: (...given) => fetch(...given), timer: browserTimer }),
    listen: () => new EventSource(`${base}/events?device=${encodeURIComponent(device)}`),
    locks: navigator.locks,
  }
}
