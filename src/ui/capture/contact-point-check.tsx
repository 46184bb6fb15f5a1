import { recogniseContactPoint } from '../../domain/identifiers/contact-point.ts'
import { email } from '../../domain/identifiers/email.ts'
import { phone } from '../../domain/identifiers/phone.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { capture as captureWords } from '../../i18n/fr/capture.ts'
import { useWords } from '../app/app-context.ts'
import { FieldNote } from '../parts/field.tsx'

/** Long enough to be doubted: a number that is being typed is not wrong yet. */
const whole = 9

/** What a number or an address was taken for, as soon as it is whole; a doubt is shown and nothing is refused. */
export const ContactPointCheck = ({ typed }: { typed: string }) => {
  const words = useWords(captureWords)
  const app = useWords(appWords)
  const point = recogniseContactPoint(typed)
  if (point.kind === 'none') return null
  const rule = point.kind === 'email' ? email : phone
  if (rule.doubt(point.value)) return typed.trim().length < whole ? null : <FieldNote warning={app.toCheck} />
  const shown = rule.show(point.value)
  return <FieldNote hint={point.kind === 'email' ? words.asEmail(shown) : words.asPhone(shown)} />
}
