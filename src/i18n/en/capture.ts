import type { capture as french } from '../fr/capture.ts'
import type { Translated } from '../section.ts'

export const capture: Translated<typeof french> = {
  title: 'New contact',
  name: 'Name',
  organisation: 'Organisation',
  known: 'Known organisations',
  resume: 'Resume',
  contactPoint: 'Phone or e-mail',
  asPhone: (shown) => `Phone: ${shown}`,
  asEmail: (shown) => `E-mail: ${shown}`,
  interests: 'Interests',
  more: 'More',
  callBack: 'Call back',
  inDays: (days) => `${days} days`,
  callBackIn: (days) => `Call back in ${days} days`,
  note: 'Note',
  noteHint: 'Facts only',
  save: 'Save',
  saveNext: 'Save, then next',
  cancel: 'Cancel',
  nameNeeded: 'Note a name, an organisation or a number.',
  draftKept: 'Draft kept',
  cleared: 'Cleared',
  taskTitle: (name) => `Call ${name} back`,
  at: (event) => `New contact · ${event}`,
}
