import { useLayoutEffect, useState } from 'preact/hooks'
import { watch } from '../../store/read.ts'
import type { Space } from '../../store/space.ts'
import { useApp } from './app-context.ts'

/** The answer of a query, kept current; undefined until the first answer, and again when `given` changes what is asked. */
export const useLive = <T>(query: (space: Space) => Promise<T>, given: readonly unknown[]): T | undefined => {
  const { space, fail } = useApp()
  const asked = JSON.stringify(given)
  const [answer, setAnswer] = useState<{ asked: string; value: T }>()
  // Asked before the paint, so that the answer is under way while the browser draws.
  useLayoutEffect(
    () =>
      watch(
        space,
        () => query(space),
        (value) => setAnswer({ asked, value }),
        fail,
      ),
    [space, asked],
  )
  return answer?.asked === asked ? answer.value : undefined
}
