import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/**
 * A part of the app whose code comes when it is first drawn, and nothing stands in its place until then.
 * `soon`: it is what one arrives at, and is fetched while the database opens.
 */
export const later = <P extends object>(load: () => Promise<ComponentType<P>>, soon = false): ComponentType<P> => {
  let loaded: ComponentType<P> | undefined
  const early = soon ? load().catch(() => undefined) : undefined
  void early?.then((component) => {
    loaded = component
  })
  return function Later(props: P) {
    const [, redraw] = useState(0)
    useEffect(() => {
      if (loaded) return
      const fetched = early?.then((component) => component ?? load()) ?? load()
      fetched.then(
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
