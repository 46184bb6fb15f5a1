import { failure } from '../failure.ts'

/** A fair's hundred phones may share one address, and only wrong tries count: 50 bits are out of reach all the same. */
const MOST = { from: 60, all: 5_000, addresses: 10_000 }
const WHILE = 600_000

export type Tries = {
  /** @throws Failure `too-many` after too many wrong ones from this address, or from all. */
  may(address: string): void
  failed(address: string): void
}

/** Counts wrong links and codes over ten minutes. `now`: ms since 1970. */
export const openTries = (now: () => number): Tries => {
  let [began, all] = [now(), 0]
  const wrong = new Map<string, number>()
  const renew = () => {
    if (now() - began < WHILE) return
    began = now()
    all = 0
    wrong.clear()
  }
  return {
    may: (address) => {
      renew()
      if (all >= MOST.all || (wrong.get(address) ?? 0) >= MOST.from) throw failure('too-many')
    },
    failed: (address) => {
      all += 1
      if (wrong.size < MOST.addresses || wrong.has(address)) wrong.set(address, (wrong.get(address) ?? 0) + 1)
    },
  }
}
