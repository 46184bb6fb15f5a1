const LOCK = 'maillage-open-form'

let open = 0
let waiting: Array<() => void> = []

/**
 * Says that a form with unsaved words is open, until the returned function is called. Other tabs see it by a shared lock;
 * where a browser has no locks, this tab still knows.
 */
export function holdOpenForm(): () => void {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  open += 1
  navigator.locks?.request(LOCK, { mode: 'shared' }, () => released).catch(() => {})

  let isHeld = true
  return () => {
    if (!isHeld) return
    isHeld = false
    open -= 1
    release()
    if (open === 0) callWaiting()
  }
}

/** Whether a form is open in this tab. */
export function isFormOpenHere(): boolean {
  return open > 0
}

/** Whether a form is open in any tab of the app. */
export async function isFormOpenAnywhere(): Promise<boolean> {
  if (isFormOpenHere()) return true
  const locks = await navigator.locks?.query().catch(() => undefined)
  return locks?.held?.some((lock) => lock.name === LOCK) ?? false
}

/** Calls back now, or as soon as no form is open in this tab. */
export function whenNoFormIsOpen(callback: () => void): void {
  if (isFormOpenHere()) waiting.push(callback)
  else callback()
}

function callWaiting(): void {
  const callbacks = waiting
  waiting = []
  for (const callback of callbacks) callback()
}
