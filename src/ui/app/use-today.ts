import { useEffect, useState } from 'preact/hooks'
import { dayOf } from '../../i18n/dates.ts'
import { useApp } from './app-context.ts'

/** Today where the phone is, `YYYY-MM-DD`; an app left open over midnight sees the new day. */
export const useToday = (): string => {
  const { space } = useApp()
  const [today, setToday] = useState(() => dayOf(space.now()))
  useEffect(() => {
    const look = () => setToday(dayOf(space.now()))
    const timer = setInterval(look, 60_000)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [space])
  return today
}
