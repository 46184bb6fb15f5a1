/** Draws that come out the same for the same seed. */
export const randomFrom = (seed: number) => {
  let state = seed
  /** Mulberry32, from 0 to 1 excluded. */
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  /** A whole number, both ends included. */
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const oneOf = <T>(all: readonly T[]): T => all[between(0, all.length - 1)] as T
  /** Different ones, in no order. */
  const someOf = <T>(all: readonly T[], count: number): T[] => {
    const left = [...all]
    return Array.from(
      { length: Math.min(count, all.length) },
      () => left.splice(between(0, left.length - 1), 1)[0] as T,
    )
  }
  const happens = (chance: number) => next() < chance
  return { between, oneOf, someOf, happens }
}
export type Random = ReturnType<typeof randomFrom>
