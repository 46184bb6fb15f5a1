import { assertPresent } from './mark.ts'
import { type Problem, problemOf } from './problem.ts'
import { watch } from './read.ts'
import type { SearchIndex } from './search-index.ts'
import type { Mark, Space } from './space.ts'
import { syncStateOf } from './sync-state.ts'

const rest = 5_000
const pause = 500
/** Between two looks of the index while a long download runs, in ms at least, and by how long a look takes. */
const whileReceiving = { least: 3_000, times: 5 }

/**
 * Keeps the search index current with every write, here or in another tab, and its snapshot when the hand rests; tells
 * when the data is cleared under the open app.
 * Returns how to stop.
 */
export const follow = (space: Space, index: SearchIndex, tell: (problem: Problem) => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let looking: ReturnType<typeof setTimeout> | undefined
  const keep = () => void index.keepSnapshot().catch(() => {})
  let next: ReturnType<typeof setTimeout> | undefined
  let tookLast = 0
  const refresh = () => {
    clearTimeout(timer)
    clearTimeout(next)
    next = undefined
    const began = performance.now()
    index.refresh().then(
      () => {
        tookLast = performance.now() - began
        timer = setTimeout(keep, rest)
      },
      () => {},
    )
  }
  /** Page after page comes in: the index looks now and then, and once more at the end. */
  const refreshLater = () => {
    next ??= setTimeout(refresh, Math.max(whileReceiving.least, tookLast * whileReceiving.times))
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
  const written = async () => {
    const [{ left }] = await Promise.all([syncStateOf(space), space.db.table<Mark, string>('meta').get('mark')])
    return left !== undefined
  }
  const stop = watch(space, written, (isReceiving) => (isReceiving ? refreshLater() : refresh()), tell, {
    unhurried: true,
  })
  return () => {
    stop()
    clearTimeout(timer)
    clearTimeout(next)
    clearTimeout(looking)
    document.removeEventListener('visibilitychange', comeBack)
    space.db.on('close').unsubscribe(lookLater)
  }
}
