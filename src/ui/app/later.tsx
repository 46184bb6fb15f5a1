import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** A part of a page that comes after the first paint; nothing stands in its place until then. */
export const later = <P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> => {
  let loaded: ComponentType<P> | undefined
  return function Later(props: P) {
    const [, redraw] = useState(0)
    useEffect(() => {
      if (loaded) return
      load().then(
        (component) => {
          loaded = component
          redraw(1)
        },
        () => {},
      )
    }, [])
    const Part = loaded
    return Part ? <Part {...props} /> : null
  }
}
