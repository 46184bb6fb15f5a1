import { useEffect, useState } from 'preact/hooks'

const wide = '(min-width: 900px)'

/** Whether there is room for a list and a detail side by side. */
export const useWide = (): boolean => {
  const [is, set] = useState(() => matchMedia(wide).matches)
  useEffect(() => {
    const query = matchMedia(wide)
    const follow = () => set(query.matches)
    query.addEventListener('change', follow)
    return () => query.removeEventListener('change', follow)
  }, [])
  return is
}
