import type { Problem } from './problem.ts'
import { watch } from './read.ts'
import type { SearchIndex } from './search-index.ts'
import type { Mark, Space } from './space.ts'

const rest = 5_000

/**
 * Keeps the search index current with every write, here or in another tab, and its snapshot when the hand rests.
 * Returns how to stop.
 */
export const follow = (space: Space, index: SearchIndex, tell: (problem: Problem) => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const keep = () => void index.keepSnapshot().catch(() => {})
  const refresh = () => {
    clearTimeout(timer)
    index.refresh().then(
      () => {
        timer = setTimeout(keep, rest)
      },
      () => {},
    )
  }
  const keepBeforeLeaving = () => document.visibilityState === 'hidden' && keep()
  document.addEventListener('visibilitychange', keepBeforeLeaving)
  const stop = watch(space, () => space.db.table<Mark, string>('meta').get('mark'), refresh, tell)
  return () => {
    stop()
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', keepBeforeLeaving)
  }
}
