import { recogniseContactPoint } from '../../domain/identifiers/contact-point.ts'
import { email } from '../../domain/identifiers/email.ts'
import { phone } from '../../domain/identifiers/phone.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { capture as captureWords } from '../../i18n/fr/capture.ts'
import { useWords } from '../app/app-context.ts'
import { describedBy, inputClass, LabelledField } from '../parts/field.tsx'

type Props = { value: string; onChange: (typed: string) => void }

/** One field for both; what was recognised is said below as soon as it is whole. */
export const ContactPointField = ({ value, onChange }: Props) => {
  const words = useWords(captureWords)
  const app = useWords(appWords)
  const point = recogniseContactPoint(value)
  const rule = point.kind === 'email' ? email : phone
  const doubtful = point.kind !== 'none' && value.trim().length > 8 && rule.doubt(point.value) !== undefined
  const shown =
    point.kind === 'none' || rule.doubt(point.value)
      ? undefined
      : point.kind === 'email'
        ? words.asEmail(email.show(point.value))
        : words.asPhone(phone.show(point.value))
  return (
    <LabelledField
      id="capture-point"
      label={words.contactPoint}
      hint={shown}
      warning={doubtful ? app.toCheck : undefined}
    >
      <input
        id="capture-point"
        class={inputClass}
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
        aria-describedby={describedBy('capture-point')}
        inputmode="email"
        autocomplete="off"
        autocapitalize="none"
        enterkeyhint="next"
        spellcheck={false}
      />
    </LabelledField>
  )
}
