import type { FieldChange, FieldChanges, TextChange } from './change.ts'

/** Whether something was written in a text that several people write. */
export const isText = (change: FieldChange): change is TextChange =>
  typeof change === 'object' && change !== null && 'text' in change

/** Without the texts it writes in: what they read only their documents can tell. */
export const withoutTexts = (changes: FieldChanges): FieldChanges =>
  Object.fromEntries(Object.entries(changes).filter(([, change]) => !isText(change)))
