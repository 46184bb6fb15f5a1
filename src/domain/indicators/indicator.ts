/** A figure that can be told apart from an opinion: where it comes from, how it is counted, and the count itself. */
export type Indicator<Rows, Result> = {
  readonly name: string
  readonly source: string
  /** In words that a reader of the report can check. */
  readonly formula: string
  /** Given rows that are not deleted. */
  readonly measure: (rows: Rows) => Result
}

/** So many of one thing; `key` is a choice, a month or the id of a row. */
export type Count = { readonly key: string; readonly count: number }
export type Counted = { readonly total: number; readonly parts: readonly Count[] }

/** Stands for rows where the thing is not noted. */
export const notNoted = 'none'

/** How often each key occurs, the most frequent first, what is not noted last. */
export const tally = (keys: Iterable<string | undefined>): Count[] => {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key || notNoted, (counts.get(key || notNoted) ?? 0) + 1)
  return [...counts]
    .map(([key, count]) => ({ key, count }))
    .sort((a, b) => Number(a.key === notNoted) - Number(b.key === notNoted) || b.count - a.count)
}
