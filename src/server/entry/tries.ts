import { failure } from '../failure.ts'

/**
 * A fair's hundred phones may share one address, and only wrong tries count. From however many addresses, 50 bits are out of
 * reach, so nothing is ever shut for everybody: who tries most shuts only themselves out.
 */
const MOST = { from: 60, networks: 10_000 }
const WHILE = 600_000

export type Tries = {
  /** @throws Failure `too-many` after too many wrong ones from this address. */
  may(address: string): void
  failed(address: string): void
}

/** What one customer has: an IPv4 address, or all IPv6 addresses of the same first 64 bits. */
const networkOf = (address: string): string => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.toLowerCase().split('::')
  const [first, last] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean)) as [string[], string[]]
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - first.length - last.length }, () => '0')
  return [...first, ...zeros, ...last].slice(0, 4).join(':')
}

/** Counts wrong links and codes over ten minutes. `now`: ms since 1970. */
export const openTries = (now: () => number): Tries => {
  let began = now()
  const wrong = new Map<string, number>()
  const renew = () => {
    if (now() - began < WHILE) return
    began = now()
    wrong.clear()
  }
  return {
    may: (address) => {
      renew()
      if ((wrong.get(networkOf(address)) ?? 0) >= MOST.from) throw failure('too-many')
    },
    failed: (address) => {
      const network = networkOf(address)
      const times = (wrong.get(network) ?? 0) + 1
      // Last in the order of the map: the one that was quiet longest is forgotten first.
      wrong.delete(network)
      wrong.set(network, times)
      const [quietest] = wrong.keys()
      if (wrong.size > MOST.networks && quietest !== undefined) wrong.delete(quietest)
    },
  }
}
