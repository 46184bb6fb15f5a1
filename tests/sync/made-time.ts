import type { Timer } from '../../src/sync/timer.ts'

/** A clock that stands still until it is moved on, and the timers that hang on it. */
export const madeTime = (start = 1_800_000_000_000) => {
  let now = start
  let waiting: { at: number; act: () => void }[] = []
  const timer: Timer = (act, ms) => {
    const one = { at: now + ms, act }
    waiting.push(one)
    return () => {
      waiting = waiting.filter((other) => other !== one)
    }
  }
  /** Lets everything happen that only waits for promises. */
  const settled = async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
  }
  return {
    timer,
    clock: () => now,
    elapsed: () => now,
    settled,
    async pass(ms: number) {
      await settled()
      const end = now + ms
      for (;;) {
        const [next] = waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)
        if (!next) break
        waiting = waiting.filter((other) => other !== next)
        now = Math.max(now, next.at)
        next.act()
        await settled()
      }
      now = end
    },
  }
}
