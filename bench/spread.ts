/** The middle of what was measured, and what all but one in twenty stay below. */
export type Spread = { median: number; p95: number; count: number }

const at = (sorted: readonly number[], part: number) =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN

export const spreadOf = (values: readonly number[]): Spread => {
  const sorted = [...values].sort((a, b) => a - b)
  return { median: at(sorted, 0.5), p95: at(sorted, 0.95), count: sorted.length }
}
