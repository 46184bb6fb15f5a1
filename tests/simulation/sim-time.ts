import type { Timer } from '../../src/sync/timer.ts'

type Waiting = { at: number; act: () => void; isOff: boolean }

/** A phone knows how its clock stands to this many ms: the server's is told in seconds. */
export const sure = 1_500

/** Lets everything happen that waits for promises only. */
export const settled = (): Promise<void> => new Promise((done) => setImmediate(done))

/** The true time of a schedule, and the timers that hang on it; in ms since 1970. */
export const simTime = (start: number) => {
  let now = start
  const waiting: Waiting[] = []
  const timer: Timer = (act, ms) => {
    const one: Waiting = { at: Math.ceil(now + Math.max(0, ms)), act, isOff: false }
    let place = waiting.length
    while (place > 0 && (waiting[place - 1] as Waiting).at > one.at) place -= 1
    waiting.splice(place, 0, one)
    return () => {
      one.isOff = true
    }
  }
  return {
    timer,
    now: () => now,
    /** In so many ms the next timer rings. */
    untilNext: () => Math.max(0, (waiting.find(({ isOff }) => !isOff)?.at ?? Number.POSITIVE_INFINITY) - now),
    /** Goes on by so many ms; each timer rings at its own moment, with all that follows from it. */
    async pass(ms: number) {
      const end = now + ms
      for (;;) {
        const next = waiting[0]
        if (!next || next.at > end) break
        waiting.shift()
        if (next.isOff) continue
        now = Math.max(now, next.at)
        next.act()
        await settled()
      }
      now = end
    },
  }
}
export type SimTime = ReturnType<typeof simTime>
