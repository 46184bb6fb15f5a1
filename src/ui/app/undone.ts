import { undo as undoWords } from '../../i18n/fr/undo.ts'
import type { Speech } from '../../i18n/language.ts'
import type { Edit } from '../../store/write.ts'

const fieldsIn = (edits: readonly Edit[]) => edits.reduce((sum, { fields }) => sum + Object.keys(fields).length, 0)

/** What taking `asked` back came to, `back` being what would take that back: a field written again since keeps its value. */
export const undoneText = (speech: Speech, asked: readonly Edit[], back: readonly Edit[]): string => {
  const words = speech.words(undoWords)
  const left = fieldsIn(back)
  if (left === 0) return words.nothing
  return left < fieldsIn(asked) ? words.some : words.all
}
