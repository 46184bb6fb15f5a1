/** What some browsers hand to a page so that it may offer to install at its own moment. */
export type InstallPrompt = Event & { prompt: () => Promise<{ outcome: 'accepted' | 'dismissed' }> }

let kept: InstallPrompt | undefined
let justInstalled = false
const listeners = new Set<() => void>()
const changed = () => {
  for (const listener of listeners) listener()
}

/** Called once at start: the browser offers its prompt early, and only once. */
export const capturePrompt = (target: EventTarget = window): void => {
  target.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    kept = event as InstallPrompt
    changed()
  })
  target.addEventListener('appinstalled', () => {
    kept = undefined
    justInstalled = true
    changed()
  })
}

export const onInstallChange = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const keptPrompt = (): InstallPrompt | undefined => kept
export const wasJustInstalled = (): boolean => justInstalled

/** Shows the browser's own question. A prompt can be used once; whether the person accepted. */
export const askToInstall = async (): Promise<boolean> => {
  const prompt = kept
  kept = undefined
  const answer = await prompt?.prompt()
  changed()
  return answer?.outcome === 'accepted'
}
