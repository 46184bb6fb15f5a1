import { type Problem, problemOf } from './problem.ts'
import { watch } from './read.ts'
import { openSearchIndex, type SearchIndex } from './search-index.ts'
import type { Mark, Space } from './space.ts'

const opened = new WeakMap<Space, SearchIndex>()

/** The rows of the lists that Pilotage leads to, in memory: read when the first of these lists is opened. */
export const listIndexOf = (space: Space): SearchIndex => {
  const index = opened.get(space) ?? openSearchIndex(space, { shows: (type) => type.inPilotage })
  opened.set(space, index)
  return index
}

/** Keeps it current with every write, here or in another tab, while a list is shown. Returns how to stop. */
export const followList = (space: Space, tell: (problem: Problem) => void): (() => void) => {
  const written = () => space.db.table<Mark, string>('meta').get('mark')
  const refresh = () =>
    void listIndexOf(space)
      .refresh()
      .catch((error) => tell(problemOf(error)))
  return watch(space, written, refresh, tell, { unhurried: true })
}
