import type { online as french } from '../fr/online.ts'
import type { Translated } from '../section.ts'

export const online: Translated<typeof french> = {
  kinds: { campus: 'Campus', network: 'Network', school: 'School', academy: 'Academy' },
  why: {
    'no-network': 'No network: nothing has changed. Try again when it is back.',
    portal:
      'This network asks you to sign in first. Open the Wi-Fi’s welcome page or use the phone’s own network, then try again.',
    used: 'This link or code was already used on another device. Ask whoever gave it to you for a new one.',
    expired: 'This link or code is no longer valid. Ask whoever gave it to you for a new one.',
    unknown:
      'This link or code is not known: it is incomplete, or it was cancelled. Check each character, or ask for a new one.',
    'too-many': 'Too many tries from this network. Wait a few minutes, then try again.',
    'not-found':
      'This device is no longer part of the space. Your notes are still here: ask its director for a new link.',
    forbidden: 'Only a director of the space may do this.',
    insecure:
      'This address does not begin with https: the browser would not keep your access. Open the same one with https; the link or code still works there.',
    server: 'The server could not answer. Try again in a few minutes.',
  },
  retry: 'Try again',
  wait: 'One moment…',
}
