import { useEffect, useState } from 'preact/hooks'
import { useApp } from './app-context.ts'

/** Redraws when the search index has taken in what changed; answers whether it is complete. */
export const useIndexReady = (): boolean => {
  const { index } = useApp()
  const [, redraw] = useState(0)
  useEffect(() => index.subscribe(() => redraw((n) => n + 1)), [index])
  return index.isReady()
}
