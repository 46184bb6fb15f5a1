/** What a browser knows of itself that decides how an app is installed there. */
export type Browser = { userAgent: string; touchPoints: number; standalone: boolean }
export type InstallState = 'installed' | 'promptable' | 'ios' | 'manual'

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

const thisBrowser = (): Browser => ({
  userAgent: navigator.userAgent,
  touchPoints: navigator.maxTouchPoints,
  standalone:
    matchMedia('(display-mode: standalone)').matches || ('standalone' in navigator && navigator.standalone === true),
})

/** An iPad says that it is a Mac; it has fingers on it, a Mac has none. */
const isIos = ({ userAgent, touchPoints }: Browser) =>
  /iPhone|iPad|iPod/.test(userAgent) || (userAgent.includes('Macintosh') && touchPoints > 1)

export const installState = (browser: Browser = thisBrowser(), prompt = kept, done = justInstalled): InstallState => {
  if (browser.standalone || done) return 'installed'
  if (isIos(browser)) return 'ios'
  return prompt ? 'promptable' : 'manual'
}

/** Shows the browser's own question. A prompt can be used once; whether the person accepted. */
export const askToInstall = async (): Promise<boolean> => {
  const prompt = kept
  kept = undefined
  const answer = await prompt?.prompt()
  changed()
  return answer?.outcome === 'accepted'
}

const menus = [
  ['samsung', /SamsungBrowser/],
  ['firefoxAndroid', /Android.*Firefox/],
  ['firefoxDesktop', /Firefox/],
  ['edge', /Windows.*Edg\/|Macintosh.*Edg\/|Linux x86_64.*Edg\//],
  ['chromeAndroid', /Android.*Chrome/],
  ['chromeDesktop', /Chrome/],
  ['safariMac', /Macintosh.*Safari/],
] as const
export type InstallMenu = (typeof menus)[number][0] | 'other'

/** Where this browser hides installing. */
export const installMenu = ({ userAgent }: Pick<Browser, 'userAgent'> = thisBrowser()): InstallMenu =>
  menus.find(([, mark]) => mark.test(userAgent))?.[0] ?? 'other'
