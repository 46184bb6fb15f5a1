import type { InputHTMLAttributes } from 'preact'
import type { FieldKind } from '../../domain/field.ts'
import { describedBy, inputClass } from '../parts/field.tsx'
import type { InputProps } from './face.ts'
import { oneOf } from './typed.ts'

type Keyboard = Pick<InputHTMLAttributes<HTMLInputElement>, 'type' | 'inputmode' | 'autocapitalize'>
const keyboards = {
  phone: { type: 'tel', inputmode: 'tel' },
  email: { inputmode: 'email', autocapitalize: 'none' },
  website: { inputmode: 'url', autocapitalize: 'none' },
  identifier: { autocapitalize: 'characters' },
  number: { inputmode: 'decimal' },
  money: { inputmode: 'decimal' },
  date: { type: 'date' },
  instant: { type: 'datetime-local' },
} satisfies Partial<Record<FieldKind, Keyboard>>
const keyboardOf = (kind: FieldKind): Keyboard => (kind in keyboards ? keyboards[kind as keyof typeof keyboards] : {})

/** Everything that is typed on one line, each with the keyboard that suits it. */
export const LineInput = ({ id, field, typed, change, faulty }: InputProps) => (
  <input
    id={id}
    class={inputClass}
    value={oneOf(typed)}
    onInput={(event) => change(event.currentTarget.value)}
    aria-describedby={describedBy(id)}
    aria-required={!field.optional}
    aria-invalid={faulty ?? false}
    autocomplete="off"
    autocapitalize={field.sorts ? 'words' : 'sentences'}
    enterkeyhint="done"
    spellcheck={field.kind === 'text' && !field.sorts}
    {...(keyboardOf(field.kind) as object)}
  />
)

export const LongTextInput = ({ id, field, typed, change, faulty }: InputProps) => (
  <textarea
    id={id}
    class={inputClass}
    rows={3}
    value={oneOf(typed)}
    onInput={(event) => change(event.currentTarget.value)}
    aria-describedby={describedBy(id)}
    aria-required={!field.optional}
    aria-invalid={faulty ?? false}
    autocomplete="off"
  />
)
