import { useId } from 'preact/hooks'
import { entry } from '../../i18n/fr/entry.ts'
import { useWords } from '../app/app-context.ts'
import { describedBy, inputClass, LabelledField } from '../parts/field.tsx'

type Props = {
  label: string
  hint: string
  value: string
  change: (typed: string) => void
  isChecked: boolean
  /** It is the name of the person who types. */
  own?: boolean
}
/** A name that is needed; said so once one tried without. */
export const NameField = ({ label, hint, value, change, isChecked, own = false }: Props) => {
  const words = useWords(entry)
  const id = useId()
  const isMissing = isChecked && value.trim() === ''
  return (
    <LabelledField id={id} label={label} hint={hint} warning={isMissing ? words.needed : undefined}>
      <input
        id={id}
        class={inputClass}
        value={value}
        autocomplete={own ? 'name' : 'organization'}
        autocapitalize="words"
        enterkeyhint="done"
        maxLength={200}
        aria-required="true"
        aria-invalid={isMissing}
        aria-describedby={describedBy(id)}
        onInput={(event) => change(event.currentTarget.value)}
      />
    </LabelledField>
  )
}
