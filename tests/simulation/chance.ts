export type Chance = ReturnType<typeof chanceFrom>

type Weights = Readonly<Record<string, number>>
type Weighed = { all: [string, number][]; sum: number }
const weighed = new WeakMap<Weights, Weighed>()
/** Added up once for each set of weights. */
const weigh = (weights: Weights): Weighed => {
  const known = weighed.get(weights)
  if (known) return known
  const all = Object.entries(weights)
  const fresh = { all, sum: all.reduce((sum, [, weight]) => sum + weight, 0) }
  weighed.set(weights, fresh)
  return fresh
}

/** Numbers that look like chance and are the same for the same seed (mulberry32). */
export const chanceFrom = (seed: number) => {
  let state = seed >>> 0
  /** From 0 to 1, 1 left out. */
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (count: number) => Math.floor(next() * count)
  return {
    next,
    below,
    happens: (probability: number) => next() < probability,
    pick: <T>(from: readonly T[]): T => from[below(from.length)] as T,
    /** One of the names, each as often as its weight says. */
    weighted: <K extends string>(weights: Readonly<Record<K, number>>): K => {
      const { all, sum } = weigh(weights)
      let left = next() * sum
      for (const [name, weight] of all) {
        left -= weight
        if (left < 0) return name as K
      }
      return (all[0] as [K, number])[0]
    },
  }
}
