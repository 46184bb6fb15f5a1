import type { install as french } from '../fr/install.ts'
import type { Translated } from '../section.ts'

export const install: Translated<typeof french> = {
  title: 'Install Maillage',
  why: 'Once installed, Maillage opens with one tap from the home screen, even with no network.',
  installed: 'Maillage is installed. Open it from the home screen.',
  act: 'Install',
  accepted: 'Installing',
  declined: 'Not installed. You can do it later, here or in Settings.',
  ios: {
    before:
      'Install before you note anything: the installed app has its own notebook. What is noted in the browser stays there.',
    steps: 'In three gestures',
    share: 'Tap Share',
    shareHint: 'The button is at the bottom or the top of the screen. It may hide behind “…”.',
    home: 'Choose “Add to Home Screen”',
    homeHint: 'Scroll the list to find it.',
    add: 'Tap “Add”',
    addHint: 'Then open Maillage from the home screen.',
  },
  manual: {
    chromeAndroid: 'Open the ⋮ menu at the top right, then “Add to home screen” or “Install”.',
    samsung: 'Open the ≡ menu at the bottom right, then “Add page to”, “Home screen”.',
    firefoxAndroid: 'Open the ⋮ menu, then “Add app to home screen” or “Install”.',
    safariMac: 'In the File menu, choose “Add to Dock”.',
    edge: 'Open the … menu at the top right, then “Apps”, “Install this site as an app”.',
    chromeDesktop:
      'Look for the install sign at the end of the address bar, or open the ⋮ menu, “Cast, save and share”, “Install page as app”.',
    firefoxDesktop:
      'Firefox on a computer does not always install apps. Keep Maillage as a bookmark, or open it in Edge or Chrome.',
    other: 'Open the browser’s menu and look for “Install” or “Add to home screen”.',
  },
  open: 'Go to the home page',
}
