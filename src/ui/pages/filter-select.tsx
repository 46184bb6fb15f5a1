import { inputClass, LabelledField } from '../parts/field.tsx'
import style from './contact-filters.module.css'
import type { FilterOption } from './use-filter-options.ts'

type Props = {
  id: string
  label: string
  /** The word for "no narrowing"; without it, one of the options is always chosen. */
  all?: string
  value: string
  options: readonly FilterOption[]
  /** Shown for a value that is none of the options: its row was deleted, or has not arrived. */
  unknown: string
  choose: (value: string) => void
}
/** The phone's own list of choices: it needs no learning and no keyboard. */
export const FilterSelect = ({ id, label, all, value, options, unknown, choose }: Props) => (
  <LabelledField id={id} label={label}>
    <select
      id={id}
      class={`${inputClass} ${style.select}`}
      value={value}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      {all !== undefined && <option value="">{all}</option>}
      {value && !options.some((option) => option.key === value) && <option value={value}>{unknown}</option>}
      {options.map(({ key, word }) => (
        <option key={key} value={key}>
          {word}
        </option>
      ))}
    </select>
  </LabelledField>
)
