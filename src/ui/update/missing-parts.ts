import { isFormOpenHere } from './open-form.ts'
import { version } from './version.ts'

const KEY = 'maillage.reloaded'

/** A page left open for long may ask for a part that is gone from the server: one reload per version brings the present one. */
export function watchMissingParts(): void {
  addEventListener('vite:preloadError', (event) => {
    if (isFormOpenHere() || !isFirstTime()) return
    event.preventDefault()
    location.reload()
  })
}

function isFirstTime(): boolean {
  try {
    if (sessionStorage.getItem(KEY) === version) return false
    sessionStorage.setItem(KEY, version)
    return true
  } catch {
    return false
  }
}
