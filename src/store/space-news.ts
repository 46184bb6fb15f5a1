import type { Space } from './space.ts'
import { readMap } from './spaces.ts'

const name = 'maillage-spaces'
const thisTab = Math.random()

/** Says to the other tabs that another database is one's own from now on. */
export const tellSpaces = (): void => {
  const channel = new BroadcastChannel(name)
  channel.postMessage(thisTab)
  channel.close()
}

/** Tells when this tab shows a database that is no longer one's own, at once or when the tab is seen again. Returns how to stop. */
export const watchSpaces = (space: Space, changed: () => void): (() => void) => {
  if (space.kind === 'examples') return () => {}
  let isTold = false
  const look = async () => {
    const own = (await readMap())?.own
    if (isTold || !own || own.install === space.install) return
    isTold = true
    changed()
  }
  const channel = new BroadcastChannel(name)
  const ask = () => void (document.visibilityState === 'visible' && look().catch(() => {}))
  channel.onmessage = ({ data: tab }) => void (tab !== thisTab && look().catch(() => {}))
  document.addEventListener('visibilitychange', ask)
  return () => {
    channel.close()
    document.removeEventListener('visibilitychange', ask)
  }
}
