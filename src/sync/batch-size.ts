import { usualPage } from '../protocol/sync-message.ts'

/** How much goes in one request: changes up, about how many characters they weigh, rows down. */
export type Size = {
  readonly changes: number
  readonly bytes: number
  readonly rows: number
  /** What was found to be too much is not tried again. */
  readonly mostBytes: number
  /** So many requests in a row broke off without a word. */
  readonly cuts: number
}

const most = { changes: 4_000, bytes: 1_048_576, rows: 4_000 }
const least = { changes: 1, bytes: 1, rows: 50 }
export const firstSize: Size = { changes: 250, bytes: most.bytes, rows: usualPage, mostBytes: most.bytes, cuts: 0 }

/** A reply in less time than this, in ms, says that the link is good. */
const good = 5_000

/** What the next request may hold after one that was answered: twice as much while the link is good, four times where that still is. */
export const grown = (size: Size, took: number): Size => {
  const times = took > good ? 1 : took > good / 4 ? 2 : 4
  return {
    ...size,
    cuts: 0,
    changes: Math.min(most.changes, size.changes * times),
    bytes: Math.min(size.mostBytes, size.bytes * times),
    rows: Math.min(most.rows, size.rows * times),
  }
}

const half = (n: number, floor: number) => Math.max(floor, Math.floor(n / 2))

/** After a request that took too long: half of all. `sent`: how many changes it held. */
export const halved = (size: Size, sent: number): Size => ({
  ...size,
  changes: half(sent || size.changes, least.changes),
  bytes: half(size.bytes, least.bytes),
  rows: half(size.rows, least.rows),
})

/** A network that breaks off what weighs less breaks off everything. */
const leastAfterCut = 16_384

/**
 * After a request that broke off without a word: the first may be chance or no network at all. From the second in a row
 * on a quarter, for some networks break off whatever is long; half is not grown past again.
 */
export const brokenOff = (size: Size, weight: number): Size => {
  const cuts = size.cuts + 1
  if (cuts < 2 || weight <= leastAfterCut) return { ...size, cuts }
  const part = (share: number) => Math.max(leastAfterCut, Math.floor(weight / share))
  return { ...size, cuts, bytes: part(4), mostBytes: part(2) }
}

/** After a request that was too large: half of what its changes weighed, or what the server said, some room left for the rest. */
export const fitted = (size: Size, weight: number, maxBytes = Number.POSITIVE_INFINITY): Size => {
  const bytes = Math.max(least.bytes, Math.min(Math.floor(maxBytes * 0.9), half(weight, least.bytes)))
  return { ...size, bytes, mostBytes: bytes }
}
