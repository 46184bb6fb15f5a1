import { entry } from '../../i18n/fr/entry.ts'
import { useWords } from '../app/app-context.ts'
import { NameField } from '../parts/name-field.tsx'

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
export const NeededName = ({ isChecked, own = false, ...field }: Props) => {
  const { needed } = useWords(entry)
  const isMissing = isChecked && field.value.trim() === ''
  return (
    <NameField
      {...field}
      isNeeded
      autocomplete={own ? 'name' : 'organization'}
      warning={isMissing ? needed : undefined}
    />
  )
}
