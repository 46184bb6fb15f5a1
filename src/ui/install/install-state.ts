import { keptPrompt, wasJustInstalled } from './install-prompt.ts'

/** What a browser knows of itself that decides how an app is installed there. */
export type Browser = { userAgent: string; touchPoints: number; standalone: boolean }
export type InstallState = 'installed' | 'promptable' | 'ios' | 'manual'

const thisBrowser = (): Browser => ({
  userAgent: navigator.userAgent,
  touchPoints: navigator.maxTouchPoints,
  standalone:
    matchMedia('(display-mode: standalone)').matches || ('standalone' in navigator && navigator.standalone === true),
})

/** An iPad says that it is a Mac; it has fingers on it, a Mac has none. */
const isIos = ({ userAgent, touchPoints }: Browser) =>
  /iPhone|iPad|iPod/.test(userAgent) || (userAgent.includes('Macintosh') && touchPoints > 1)

export const installState = (
  browser: Browser = thisBrowser(),
  prompt = keptPrompt(),
  done = wasJustInstalled(),
): InstallState => {
  if (browser.standalone || done) return 'installed'
  if (isIos(browser)) return 'ios'
  return prompt ? 'promptable' : 'manual'
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
