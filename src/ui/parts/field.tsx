import type { ComponentChildren } from 'preact'
import style from './field.module.css'

export const inputClass = style.input ?? ''

type Note = {
  hint?: string | undefined
  /** A doubt, in words; the value is kept as it is. */
  warning?: string | undefined
}
export const FieldNote = ({ hint, warning }: Note) => (
  <>
    {hint && <p class={style.hint}>{hint}</p>}
    {warning && <p class={style.warning}>{warning}</p>}
  </>
)

type Props = Note & {
  id: string
  label: string
  /** In place of a hint and a warning. */
  note?: ComponentChildren
  children: ComponentChildren
}
/** Label above, hint and warning below, tied to the control `id` by `describedBy(id)`. */
export const LabelledField = ({ id, label, hint, warning, note, children }: Props) => (
  <div class={style.field}>
    <label class={style.label} for={id}>
      {label}
    </label>
    {children}
    <div id={describedBy(id)} aria-live="polite">
      {note ?? <FieldNote hint={hint} warning={warning} />}
    </div>
  </div>
)
export const describedBy = (id: string) => `${id}-about`
