import { assertPresent } from './mark.ts'
import { type Problem, problemOf } from './problem.ts'
import { watch } from './read.ts'
import type { SearchIndex } from './search-index.ts'
import type { Mark, Space } from './space.ts'

const rest = 5_000
const pause = 500

/**
 * Keeps the search index current with every write, here or in another tab, and its snapshot when the hand rests; tells
 * when the data is cleared under the open app.
 * Returns how to stop.
 */
export const follow = (space: Space, index: SearchIndex, tell: (problem: Problem) => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let looking: ReturnType<typeof setTimeout> | undefined
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
  // A connection that was cut answers neither "it is there" nor "it is gone": it is made anew, and asked again.
  const look = (): Promise<void> =>
    assertPresent(space).catch((error) => {
      if (problemOf(error) === 'wiped') return tell('wiped')
      space.db.close({ disableAutoOpen: false })
      lookLater()
    })
  const lookLater = () => {
    clearTimeout(looking)
    looking = setTimeout(look, pause)
  }
  const comeBack = () => void (document.visibilityState === 'visible' && look())
  document.addEventListener('visibilitychange', comeBack)
  // The browser closes a database it clears; asked again, it would open an empty one. WebKit closes it for a page that is
  // left, too: a read begun at that moment falls asleep with the page, and locks every later page out of writing.
  space.db.on('close', lookLater)
  const stop = watch(space, () => space.db.table<Mark, string>('meta').get('mark'), refresh, tell)
  return () => {
    stop()
    clearTimeout(timer)
    clearTimeout(looking)
    document.removeEventListener('visibilitychange', comeBack)
    space.db.on('close').unsubscribe(lookLater)
  }
}
