import { useId } from 'preact/hooks'
import { describedBy, inputClass, LabelledField } from './field.tsx'

type Props = {
  label: string
  hint: string
  value: string
  change: (typed: string) => void
  /** One goes on to something else, and the name is another. */
  leave?: () => void
  /** Whose name it is, for what the browser offers. */
  autocomplete: 'name' | 'organization' | 'off'
  isNeeded?: boolean
  /** What is missing, in words. */
  warning?: string | undefined
}
/** A name, of somebody or of a space. */
export const NameField = ({ label, hint, value, change, leave, autocomplete, isNeeded, warning }: Props) => {
  const id = useId()
  return (
    <LabelledField id={id} label={label} hint={hint} warning={warning}>
      <input
        id={id}
        class={inputClass}
        value={value}
        autocomplete={autocomplete}
        autocapitalize="words"
        enterkeyhint="done"
        maxLength={200}
        aria-required={isNeeded}
        aria-invalid={warning !== undefined}
        aria-describedby={describedBy(id)}
        onInput={(event) => change(event.currentTarget.value)}
        onChange={leave}
      />
    </LabelledField>
  )
}
