import { expect, test } from 'vitest'
import {
  askToInstall,
  capturePrompt,
  type InstallPrompt,
  onInstallChange,
} from '../../../src/ui/install/install-prompt.ts'
import { installMenu, installState } from '../../../src/ui/install/install-state.ts'

const agents = {
  iphone:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1',
  mac: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15',
  android: 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36',
  samsung:
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36',
  firefoxAndroid: 'Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0',
  firefox: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0',
  edge: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
  chrome: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36',
}
const browser = (userAgent: string, more = {}) => ({ userAgent, touchPoints: 0, standalone: false, ...more })
const prompt = Object.assign(new Event('beforeinstallprompt'), {
  prompt: async () => ({ outcome: 'accepted' as const }),
}) as InstallPrompt

test('each browser is told apart by what it can do', () => {
  expect(installState(browser(agents.android), prompt)).toBe('promptable')
  expect(installState(browser(agents.android), undefined)).toBe('manual')
  expect(installState(browser(agents.iphone, { touchPoints: 5 }), undefined)).toBe('ios')
  expect(installState(browser(agents.mac, { touchPoints: 5 }), undefined)).toBe('ios')
  expect(installState(browser(agents.mac), undefined)).toBe('manual')
  expect(installState(browser(agents.iphone, { standalone: true }), undefined)).toBe('installed')
  expect(installState(browser(agents.android), undefined, true)).toBe('installed')
})

test('the menu named is the one of the browser in hand', () => {
  const menu = (userAgent: string) => installMenu({ userAgent })
  expect(menu(agents.android)).toBe('chromeAndroid')
  expect(menu(agents.samsung)).toBe('samsung')
  expect(menu(agents.firefoxAndroid)).toBe('firefoxAndroid')
  expect(menu(agents.firefox)).toBe('firefoxDesktop')
  expect(menu(agents.edge)).toBe('edge')
  expect(menu(agents.chrome)).toBe('chromeDesktop')
  expect(menu(agents.mac)).toBe('safariMac')
  expect(menu('Something/1')).toBe('other')
})

test('the browser’s prompt is kept, used once, and an installed app is known at once', async () => {
  const window = new EventTarget()
  capturePrompt(window)
  const seen: string[] = []
  const android = browser(agents.android)
  const stop = onInstallChange(() => seen.push(installState(android)))
  const offered = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt: prompt.prompt })
  window.dispatchEvent(offered)
  expect(offered.defaultPrevented).toBe(true)
  expect(await askToInstall()).toBe(true)
  expect(await askToInstall()).toBe(false)
  window.dispatchEvent(new Event('appinstalled'))
  stop()
  expect(seen).toEqual(['promptable', 'manual', 'manual', 'installed'])
})
