import { capture as captureWords } from '../../i18n/fr/capture.ts'
import { useWords } from '../app/app-context.ts'
import { later } from '../app/later.tsx'
import { describedBy, inputClass, LabelledField } from '../parts/field.tsx'

const ContactPointCheck = later(() => import('./contact-point-check.tsx').then((part) => part.ContactPointCheck))

type Props = { value: string; onChange: (typed: string) => void }

/** One field for both; what was recognised is said below. */
export const ContactPointField = ({ value, onChange }: Props) => {
  const words = useWords(captureWords)
  return (
    <LabelledField id="capture-point" label={words.contactPoint} note={value && <ContactPointCheck typed={value} />}>
      <input
        id="capture-point"
        class={inputClass}
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
        aria-describedby={describedBy('capture-point')}
        inputmode="email"
        autocomplete="off"
        autocapitalize="none"
        enterkeyhint="done"
        spellcheck={false}
      />
    </LabelledField>
  )
}
