import { failure } from './failure.ts'

type Line = { readonly destroyed: boolean }

/** So many at once bring something, and so many fetch: until it is packed, each answer is some MB. */
const AT_ONCE = 4
/** While so many of a campus bring something, each is told little of what the others brought. */
const [CROWD, LITTLE] = [8, 10]
/** Who fetches waits so long at most for those who bring, in ms: phones give up after 15 s without a word. */
const MOST_WAIT = 10_000

/** Those of a campus who bring something now. */
type Crowd = { size: number; ended: Promise<void>; end: () => void }
const newCrowd = (): Crowd => {
  let end = () => {}
  const ended = new Promise<void>((go) => {
    end = go
  })
  return { size: 0, ended, end }
}

const openPlaces = () => {
  const waiting: (() => void)[] = []
  let free = AT_ONCE
  return async <T>(line: Line, act: () => Promise<T>): Promise<T> => {
    if (free > 0) free -= 1
    else await new Promise<void>((go) => waiting.push(go))
    try {
      // Nobody would hear the answer, and a phone that gave up is asking again already.
      if (line.destroyed) throw failure('invalid')
      return await act()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}

/**
 * Who goes first where a crowd comes back at once. Who brings something goes before who only fetches, for that costs the
 * server far more: what nobody else has is to be safe soon. Who fetches waits until nobody of the same campus brings, for
 * some seconds at most. `line`: destroyed once who asked has gone; nothing is done for them then.
 */
export const openTurns = () => {
  const crowds = new Map<string, Crowd>()
  const [bringing, fetching] = [openPlaces(), openPlaces()]
  const mostFor = (campus: string) => ((crowds.get(campus)?.size ?? 0) < CROWD ? undefined : LITTLE)
  return {
    /** `most`: rows to be told with the answer, in a crowd. @throws Failure `invalid` for who has gone. */
    bring: async <T>(campus: string, line: Line, act: (most?: number) => Promise<T>): Promise<T> => {
      const most = mostFor(campus)
      const crowd = crowds.get(campus) ?? newCrowd()
      crowds.set(campus, crowd)
      crowd.size += 1
      try {
        return await bringing(line, () => act(most))
      } finally {
        crowd.size -= 1
        if (crowd.size === 0) {
          crowds.delete(campus)
          crowd.end()
        }
      }
    },
    /** `most` as above. @throws Failure `invalid` for who has gone. */
    fetch: async <T>(campus: string, line: Line, act: (most?: number) => Promise<T>): Promise<T> => {
      const crowd = crowds.get(campus)
      if (crowd) await Promise.race([crowd.ended, new Promise((go) => setTimeout(go, MOST_WAIT).unref())])
      return fetching(line, () => act(mostFor(campus)))
    },
  }
}
