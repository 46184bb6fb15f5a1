import { Workbox } from 'workbox-window'
import { watchMissingParts } from './missing-parts.ts'
import { isFormOpenAnywhere, whenNoFormIsOpen } from './open-form.ts'

const HOUR = 3_600_000

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
  const workbox = workers && new Workbox('/sw.js', { scope: '/', updateViaCache: 'none' })
  if (workers && workbox) {
    workbox.addEventListener('waiting', () => {
      ready = true
      for (const listener of listeners) listener()
    })
    reloadOnTakeover(workers)
    // Refused storage or no network: the app works without, and the next visit tries again.
    workbox.register({ immediate: true }).catch(() => {})
    lookRegularly(() => workbox.update().catch(() => {}))
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
