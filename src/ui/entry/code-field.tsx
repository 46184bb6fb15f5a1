import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { Why } from '../../domain/answer.ts'
import { entry } from '../../i18n/fr/entry.ts'
import { online } from '../../i18n/fr/online.ts'
import { useWords } from '../app/app-context.ts'
import { Button } from '../parts/button.tsx'
import { describedBy, inputClass, LabelledField } from '../parts/field.tsx'
import style from './entry.module.css'
import { readCode } from './read-code.ts'

type Props = { take: (secret: string) => void; typed?: string; why?: Why | undefined }
/** Where a short code is typed, or a link pasted, and taken once it is whole. `why`: what the server said of `typed`. */
export const CodeField = ({ take, typed: start = '', why }: Props) => {
  const words = useWords(entry)
  const { why: refusals } = useWords(online)
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(start)
  const [fault, setFault] = useState(why && refusals[why])
  useEffect(() => {
    if (why) field.current?.focus()
  }, [why])
  const change = (input: HTMLInputElement) => {
    // Put in order only where one types on: a correction in the middle keeps its place.
    const isAtEnd = input.selectionEnd === input.value.length
    setTyped(isAtEnd ? readCode(input.value).shown : input.value)
    setFault(undefined)
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const { secret, missing, shown } = readCode(typed)
    if (secret) return take(secret)
    setTyped(shown)
    setFault(missing < 0 ? words.codeTooLong : words.codeMissing(missing))
    field.current?.focus()
  }
  return (
    <form class={style.code} noValidate onSubmit={submit}>
      <LabelledField id={id} label={words.code} hint={words.codeHint} warning={fault}>
        <input
          ref={field}
          id={id}
          class={`${inputClass} ${style.codeInput}`}
          value={typed}
          inputMode="text"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          enterkeyhint="go"
          maxLength={300}
          aria-describedby={describedBy(id)}
          aria-invalid={fault !== undefined}
          onInput={(event) => change(event.currentTarget)}
          onBlur={() => setTyped(readCode(typed).shown)}
        />
      </LabelledField>
      <Button type="submit" look="main" wide>
        {words.continue}
      </Button>
    </form>
  )
}
