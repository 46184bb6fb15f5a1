/** After so many ms of work at a stretch whatever else waits goes on. */
const STRETCH = 5

/**
 * What takes long lets all else go on before the next: answers leave, and others are heard. What is short does not: hundreds
 * who return at once are known before the first of them is done, not one at a time between two. `turns`: so often all else
 * goes on; whoever takes one more than others lets them go first.
 */
export const openBreath = (turns = 1) => {
  let since = performance.now()
  return {
    /** Work begins after a rest. */
    rested: () => {
      since = performance.now()
    },
    take: async (): Promise<void> => {
      if (performance.now() - since <= STRETCH) return
      for (let turn = 0; turn < turns; turn += 1) await new Promise((go) => setImmediate(go))
      since = performance.now()
    },
  }
}
