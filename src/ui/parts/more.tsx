import { useEffect, useRef } from 'preact/hooks'
import { app as appWords } from '../../i18n/fr/app.ts'
import { useWords } from '../app/app-context.ts'
import { Button } from './button.tsx'

type Props = {
  show: () => void
  /** Asks by itself as its place comes near the screen. */
  early: boolean
}
/** At the end of a list that is not drawn whole: asks for the rest. */
export const More = ({ show, early }: Props) => {
  const words = useWords(appWords)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!early || !place.current) return
    const watcher = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && show(), {
      rootMargin: '100px',
    })
    watcher.observe(place.current)
    return () => watcher.disconnect()
  }, [early, show])
  return (
    <div ref={place}>
      <Button wide onClick={show}>
        {words.more}
      </Button>
    </div>
  )
}
