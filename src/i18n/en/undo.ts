import type { undo as french } from '../fr/undo.ts'
import type { Translated } from '../section.ts'

export const undo: Translated<typeof french> = {
  all: 'Undone',
  some: 'Undone, but for what was changed since',
  nothing: 'Nothing undone: it was changed since',
}
