import type { trash as french } from '../fr/trash.ts'
import type { Translated } from '../section.ts'

export const trash: Translated<typeof french> = {
  title: 'Trash',
  about: 'What you delete stays here for 90 days. After that, nothing brings it back.',
  empty: 'The trash is empty.',
  emptyAct: 'Back to contacts',
  restore: 'Restore',
  restoreThis: (title) => `Restore ${title}`,
}
