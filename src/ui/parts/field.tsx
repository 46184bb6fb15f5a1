import type { ComponentChildren } from 'preact'
import style from './field.module.css'

export const inputClass = style.input ?? ''

type Props = {
  id: string
  label: string
  hint?: string | undefined
  /** A doubt, in words; the value is kept as it is. */
  warning?: string | undefined
  children: ComponentChildren
}
/** Label above, hint and warning below, tied to the control `id` by `describedBy(id)`. */
export const LabelledField = ({ id, label, hint, warning, children }: Props) => (
  <div class={style.field}>
    <label class={style.label} for={id}>
      {label}
    </label>
    {children}
    <div id={`${id}-about`} aria-live="polite">
      {hint && <p class={style.hint}>{hint}</p>}
      {warning && <p class={style.warning}>{warning}</p>}
    </div>
  </div>
)
export const describedBy = (id: string) => `${id}-about`
