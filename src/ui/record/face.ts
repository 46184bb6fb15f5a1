import type { ComponentChildren, ComponentType } from 'preact'
import type { Field } from '../../domain/field.ts'
import type { RecordType } from '../../domain/record.ts'
import type { Language } from '../../i18n/language.ts'

/** What stands in an input, and in a draft. */
export type Typed = string | string[]
export type TypedValues = Record<string, Typed>

/** Which field of which record type. */
export type Placed = { readonly type: RecordType; readonly name: string; readonly field: Field }
export type InputProps = Placed & {
  id: string
  typed: Typed
  change: (typed: Typed) => void
  /** What was typed cannot be saved as it stands. */
  faulty?: boolean
}
export type ValueProps<V> = Placed & { value: V }

/** How a kind of field is typed in, and how its value is shown. */
export type Face<V = unknown> = {
  /** The stored form; undefined when nothing, or nothing of this kind, was typed. */
  read(typed: Typed, field: Field): V | undefined
  write(stored: V, language: Language): Typed
  readonly Input: ComponentType<InputProps>
  Value(props: ValueProps<V>): ComponentChildren
  /** Typed as several values. */
  readonly many?: boolean
  /** Made of several controls, so that no single one takes the label. */
  grouped?(field: Field): boolean
}
