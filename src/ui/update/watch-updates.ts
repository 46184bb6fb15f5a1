import { Workbox } from 'workbox-window'
import { watchMissingParts } from './missing-parts.ts'
import { isFormOpenAnywhere, whenNoFormIsOpen } from './open-form.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

export interface Updates {
  /** A newer version is installed and waits to be asked for. */
  readonly ready: boolean
  /** Takes the newer version in every tab, unless a form is open in one of them. */
  apply(): Promise<'applied' | 'blocked'>
  /** Calls back at each change of `ready`; returns how to stop. */
  subscribe(listener: () => void): () => void
}

let updates: Updates | undefined

/** Installs the service worker and looks for newer versions. Called again, it gives the same answer. */
export function watchUpdates(): Updates {
  updates ??= start()
  return updates
}

function start(): Updates {
  const listeners = new Set<() => void>()
  let ready = false
  watchMissingParts()

  const workers = 'serviceWorker' in navigator ? navigator.serviceWorker : undefined
  let workbox: Workbox | undefined
  const begin = () => {
    workbox = new Workbox('/sw.js', { scope: '/', updateViaCache: 'none' })
    workbox.addEventListener('waiting', () => {
      ready = true
      for (const listener of listeners) listener()
    })
    return workbox.register({ immediate: true })
  }
  if (workers) {
    reloadOnTakeover(workers)
    // Of a first installation that met a portal nothing is left: it is begun anew.
    const beginIfNone = async () => {
      if (!(await workers.getRegistration())) await begin()
    }
    const look = () => beginIfNone().then(() => workbox?.update())
    // Refused storage or no network: the app works without.
    const quietly = (act: () => Promise<unknown>) => () => void act().catch(() => {})
    quietly(begin)()
    setInterval(quietly(beginIfNone), MINUTE)
    lookRegularly(quietly(look))
  }

  return {
    get ready() {
      return ready
    },
    async apply() {
      if (await isFormOpenAnywhere()) return 'blocked'
      workbox?.messageSkipWaiting()
      return 'applied'
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The very first worker takes over a page of its own version: nothing to reload then. */
function reloadOnTakeover(workers: ServiceWorkerContainer): void {
  let wasControlled = workers.controller !== null
  workers.addEventListener('controllerchange', () => {
    if (wasControlled) whenNoFormIsOpen(() => location.reload())
    wasControlled = true
  })
}

function lookRegularly(look: () => void): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') look()
  })
  setInterval(look, HOUR)
}
