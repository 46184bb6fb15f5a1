import type { Field } from '../domain/field.ts'
import type { Space } from './space.ts'

/**
 * What this phone has of a text that several people write: Yjs updates in base64, its own and what came. `turn`: raised when
 * it was made anew without what the server refused; whoever writes in it begins again from here.
 */
export type HeldText = { readonly key: string; readonly updates: readonly string[]; readonly turn?: number }

export const textKey = (table: string, row: string, field: string) => `${table}/${row}/${field}`
export const heldTexts = ({ db }: Space) => db.table<HeldText, string>('texts')

export const proseIn = (fields: Readonly<Record<string, Field>>): string[] =>
  Object.keys(fields).filter((name) => fields[name]?.kind === 'prose')
