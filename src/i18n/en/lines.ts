import type { lines as french } from '../fr/lines.ts'
import type { Translated } from '../section.ts'

export const lines: Translated<typeof french> = {
  updateReady: 'A new version is ready',
  update: 'Update',
  updateBlocked: 'A form is open: save it, then update.',
  examples: 'Examples, nothing is sent',
  leaveExamples: 'Leave the examples',
  leave: 'Leave',
  reload: 'Reload',
  startAfresh: 'Start an empty notebook',
  repair: 'Repair the app',
  forgotten: 'Notebook erased',
  insecure:
    'This address is not https: the app cannot be installed, nor open without a network. Ask for the https address.',
  cannotKeep: 'Nothing can be kept here',
}
