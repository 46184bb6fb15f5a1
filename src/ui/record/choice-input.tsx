import type { Field } from '../../domain/field.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { record as recordWords } from '../../i18n/fr/record.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { Chip, Chips } from '../parts/chips.tsx'
import { describedBy, inputClass } from '../parts/field.tsx'
import style from './face.module.css'
import type { InputProps } from './face.ts'
import { allOf, oneOf } from './typed.ts'

const mostChips = 6
/** Few options stand side by side; many go in a list. */
export const isShort = (field: Field): boolean => Object.keys(field.options ?? {}).length <= mostChips

export const ChoiceInput = (props: InputProps) =>
  isShort(props.field) ? <ChoiceChips {...props} /> : <Select {...props} />

/** What may be chosen; a value of a newer version's list stays among it. */
const keysOf = (field: Field, chosen: readonly string[]) => {
  const keys = Object.keys(field.options ?? {})
  return [...keys, ...chosen.filter((key) => !keys.includes(key))]
}

const ChoiceChips = ({ type, name, field, typed, change }: InputProps) => {
  const { speech } = useApp()
  const chosen = oneOf(typed)
  return (
    <Chips label={speech.field(type, name)}>
      {keysOf(field, chosen ? [chosen] : []).map((key) => (
        <Chip key={key} pressed={chosen === key} onPress={() => change(chosen === key ? '' : key)}>
          {speech.option(type, name, key)}
        </Chip>
      ))}
    </Chips>
  )
}

const Select = ({ id, type, name, field, typed, change, faulty }: InputProps) => {
  const { speech } = useApp()
  const words = useWords(recordWords)
  const chosen = oneOf(typed)
  return (
    <select
      id={id}
      class={inputClass}
      value={chosen}
      onChange={(event) => change(event.currentTarget.value)}
      aria-describedby={describedBy(id)}
      aria-required={!field.optional}
      aria-invalid={faulty ?? false}
    >
      <option value="">{words.notSaid}</option>
      {keysOf(field, chosen ? [chosen] : []).map((key) => (
        <option key={key} value={key}>
          {speech.option(type, name, key)}
        </option>
      ))}
    </select>
  )
}

export const ChoicesInput = ({ type, name, field, typed, change }: InputProps) => {
  const { speech } = useApp()
  const chosen = allOf(typed)
  const toggle = (key: string) => change(chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key])
  return (
    <Chips label={speech.field(type, name)}>
      {keysOf(field, chosen).map((key) => (
        <Chip key={key} pressed={chosen.includes(key)} onPress={() => toggle(key)}>
          {speech.option(type, name, key)}
        </Chip>
      ))}
    </Chips>
  )
}

export const YesNoInput = ({ id, typed, change }: InputProps) => {
  const words = useWords(appWords)
  const yes = typed === 'yes'
  return (
    <span class={style.switch}>
      <input
        id={id}
        type="checkbox"
        checked={yes}
        onChange={(event) => change(event.currentTarget.checked ? 'yes' : 'no')}
        aria-describedby={describedBy(id)}
      />
      <span aria-hidden="true">{yes ? words.yes : typed === 'no' ? words.no : ''}</span>
    </span>
  )
}
