import { backoff } from './backoff.ts'
import type { RoundEnd } from './round.ts'
import type { Timer } from './timer.ts'

/** A round without a sign for this long is stuck, whatever it waits for. In ms. */
const stuckAfter = 120_000
const watchEvery = 30_000
/** A save is not held back by earlier failures when the last try is older than this. In ms. */
const newTry = 15_000

export type RhythmParts = {
  round: (signal: AbortSignal, progress: () => void) => Promise<RoundEnd>
  timer: Timer
  /** Ms since some moment, whatever the clock of the phone is set to. */
  elapsed: () => number
  random: () => number
}

/** When to try. One round at a time; what happens during one is taken in by the next. Asleep, nothing begins. */
export const openRhythm = ({ round, timer, elapsed, random }: RhythmParts) => {
  type Running = { abort: AbortController; sign: number }
  let running: Running | undefined
  let [isAwake, again, failures, heldUntil, endedAt] = [false, false, 0, 0, 0]
  let next: (() => void) | undefined
  let watching = () => {}
  let whenStill: (() => void)[] = []
  const still = () => {
    running = undefined
    const told = whenStill
    whenStill = []
    for (const tell of told) tell()
  }

  const rest = () => {
    next?.()
    next = undefined
  }
  const begin = () => {
    if (!isAwake) return
    if (running) {
      again = true
      return
    }
    rest()
    again = false
    const mine: Running = { abort: new AbortController(), sign: elapsed() }
    running = mine
    const progress = () => {
      mine.sign = elapsed()
    }
    const over = (end: RoundEnd) => {
      // A round that was given up says nothing any more.
      if (running !== mine) return
      still()
      ended(end)
    }
    round(mine.abort.signal, progress).then(over, () => over({ trouble: 'server' }))
  }
  const ended = ({ trouble, retryAfter = 0 }: RoundEnd) => {
    endedAt = elapsed()
    failures = trouble ? failures + 1 : 0
    heldUntil = endedAt + retryAfter
    if (!isAwake) return
    if (trouble) next = timer(begin, backoff(failures, random, retryAfter))
    else if (again) begin()
  }
  /** Something says that it may work now. Only a person is not held to the wait a server asked for. */
  const nudge = (isPerson = false) => {
    if (elapsed() < heldUntil && !isPerson) return
    failures = 0
    begin()
  }
  const watch = () => {
    watching = timer(() => {
      if (running && elapsed() - running.sign > stuckAfter) {
        running.abort.abort()
        running = undefined
        begin()
      }
      watch()
    }, watchEvery)
  }
  const sleep = () => {
    isAwake = false
    rest()
    watching()
  }
  return {
    /** The person asked. */
    now: () => nudge(true),
    /** The network is back, or the server has news. */
    nudge: () => nudge(),
    /** The time has come to look whether there is news. */
    look: () => next === undefined && begin(),
    saved: () => {
      const isHeld = next !== undefined && (elapsed() < heldUntil || elapsed() - endedAt < newTry)
      if (!isHeld) begin()
    },
    wake: () => {
      if (isAwake) return
      isAwake = true
      watch()
      const held = heldUntil - elapsed()
      if (held > 0 && !running) next = timer(begin, backoff(failures, random, held))
      else nudge()
    },
    /** The round that runs goes on to its end, and no other begins. */
    sleep,
    stop: () => {
      sleep()
      running?.abort.abort()
      still()
    },
    /** When no round is under way, now or as soon as the one that is has ended. */
    whenStill: (tell: () => void) => void (running ? whenStill.push(tell) : tell()),
  }
}
export type Rhythm = ReturnType<typeof openRhythm>
