import { type ComponentChildren, createContext } from 'preact'
import { useCallback, useContext, useEffect, useMemo, useState } from 'preact/hooks'

/** Where one is: the path without its query, the query, and how to go elsewhere without a request. */
export type Place = {
  path: string
  query: Record<string, string>
  route: (url: string, replace?: boolean) => void
}
/** What an open sheet writes into the history, so that "back" closes it. */
export const sheetMark = 'sheet'
/** Our own step back from a closed sheet is on its way. */
let isLeaving = false
export const leaveSheet = () => {
  isLeaving = true
  history.back()
}
const here = () => location.pathname + location.search

const LocationContext = createContext<Place>({ path: '/', query: {}, route: () => {} })
export const useLocation = (): Place => useContext(LocationContext)

/** The address a click on a link of ours leads to; undefined when the browser is to follow it. */
const ownAddress = (event: MouseEvent): string | undefined => {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
    return undefined
  const link = event.composedPath().find((one): one is HTMLAnchorElement => one instanceof HTMLAnchorElement)
  if (!link?.href || link.origin !== location.origin || link.target || link.hasAttribute('download')) return undefined
  return link.pathname + link.search
}

/** Follows links, the back gesture and `route`. A few lines of our own where a router would weigh a kilobyte more. */
export const LocationProvider = ({ children }: { children: ComponentChildren }) => {
  const [url, setUrl] = useState(here)
  const route = useCallback((next: string, replace = false): void => {
    if (isLeaving) {
      addEventListener('popstate', () => route(next, replace), { once: true })
      return
    }
    // The place of a sheet that just closed is taken over: no step back is owed any more.
    if (replace || history.state === sheetMark) history.replaceState(null, '', next)
    else history.pushState(null, '', next)
    setUrl(next)
    if (!replace) scrollTo(0, 0)
  }, [])
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const next = ownAddress(event)
      if (next === undefined) return
      event.preventDefault()
      route(next)
    }
    const back = () => {
      isLeaving = false
      setUrl(here())
    }
    addEventListener('click', follow)
    addEventListener('popstate', back)
    return () => {
      removeEventListener('click', follow)
      removeEventListener('popstate', back)
    }
  }, [route])
  const place = useMemo(() => {
    const { pathname, searchParams } = new URL(location.origin + url)
    return { path: pathname.replace(/(.)\/+$/, '$1'), query: Object.fromEntries(searchParams), route }
  }, [url, route])
  return <LocationContext.Provider value={place}>{children}</LocationContext.Provider>
}
