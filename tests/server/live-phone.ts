import { firstSize } from '../../src/sync/batch-size.ts'
import { hearPokes } from '../../src/sync/pokes.ts'
import { openRhythm } from '../../src/sync/rhythm.ts'
import { syncRound } from '../../src/sync/round.ts'
import type { SyncStore } from '../../src/sync/sync-store.ts'
import { browserTimer as timer } from '../../src/sync/timer.ts'
import { httpTransport } from '../../src/sync/transport.ts'
import { eventSource } from './event-source.ts'

/** A device that is a member. */
export type Seat = { campus: string; device: string; cookie: string }

/**
 * The app's own engine in this process: its rounds, its rhythm and its ear, over HTTP to whichever server `url` names at
 * that moment. What it keeps is the store's.
 */
export const livePhone = ({ campus, device, cookie }: Seat, url: () => string, store: SyncStore) => {
  const [clock, elapsed, random] = [() => Date.now(), () => performance.now(), () => Math.random()]
  const link = { size: firstSize }
  const at = (route: string) => `${url()}/api/c/${campus}/${route}`
  const withCookie: typeof fetch = (input, init) => fetch(input, { ...init, headers: { ...init?.headers, cookie } })
  const rhythm = openRhythm({
    ...{ timer, elapsed, random },
    round: (signal, progress) => {
      const transport = httpTransport({ url: at('sync'), device, fetch: withCookie, timer, clock })
      return syncRound({ store, transport, clock, elapsed, random, link, signal, progress })
    },
  })
  let ears: ReturnType<typeof hearPokes> | undefined
  return {
    /** The app is opened: it asks at once, and listens from now on; resolves when it is heard. */
    wake: () =>
      new Promise<void>((heard) => {
        rhythm.wake()
        const open = () => {
          const source = eventSource(() => at(`events?device=${device}`), { cookie })
          source.addEventListener('hello', () => heard())
          return source
        }
        ears ??= hearPokes({ open, timer, random, poke: rhythm.nudge, look: rhythm.look })
      }),
    saved: rhythm.saved,
    stop: () => {
      rhythm.stop()
      ears?.stop()
    },
  }
}
export type LivePhone = ReturnType<typeof livePhone>
