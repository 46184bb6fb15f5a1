import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { rested } from './rested.ts'

/**
 * When the code of a part comes: `arriving`, beside the shell, for the page one arrives at; `drawn`, when it is first
 * drawn; `rested`, when it is drawn and the first page has had its time.
 */
type When = 'arriving' | 'drawn' | 'rested'

/** A part of the app whose code comes later; nothing stands in its place until then. */
export const later = <P extends object>(
  load: () => Promise<ComponentType<P>>,
  when: When = 'drawn',
): ComponentType<P> => {
  let loaded: ComponentType<P> | undefined
  const fetched = async () => {
    loaded = await load()
  }
  const early = when === 'arriving' ? fetched().catch(() => {}) : when === 'rested' ? rested : undefined
  return function Later(props: P) {
    const [, redraw] = useState(0)
    useEffect(() => {
      if (loaded) return
      const draw = async () => {
        await early
        if (!loaded) await fetched()
        redraw(1)
      }
      draw().catch(() => {})
    }, [])
    const Part = loaded
    return Part ? <Part {...props} /> : null
  }
}
