import { useEffect, useState } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'

const often = 20_000

/** The present, in ms since 1970; drawn anew as minutes pass. */
export const useNow = (): number => {
  const { space } = useApp()
  const [, redraw] = useState(0)
  useEffect(() => {
    const again = () => redraw((n) => n + 1)
    const timer = setInterval(again, often)
    document.addEventListener('visibilitychange', again)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', again)
    }
  }, [])
  return space.now()
}
