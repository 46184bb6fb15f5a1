import { useEffect, useState } from 'preact/hooks'
import { event as eventWords } from '../../i18n/fr/event.ts'
import { useWords } from '../app/app-context.ts'
import { describedBy, inputClass } from '../parts/field.tsx'
import style from './visitor-counter.module.css'

const largest = 999
const within = (size: number) => Math.min(largest, Math.max(1, size))
const id = 'group-size'

/** How many visitors the next tap counts. What is typed may be empty for a moment; it then counts one. */
export const GroupSize = ({ size, change }: { size: number; change: (size: number) => void }) => {
  const words = useWords(eventWords)
  const [typed, setTyped] = useState(String(size))
  useEffect(() => setTyped((was) => (within(Number(was)) === size && was === '' ? was : String(size))), [size])
  const type = (field: HTMLInputElement) => {
    const digits = field.value
      .replace(/\D/g, '')
      .replace(/^0+(?=\d)/, '')
      .slice(0, String(largest).length)
    // Where they are those typed before, nothing is drawn again.
    if (field.value !== digits) field.value = digits
    setTyped(digits)
    change(within(Number(digits)))
  }
  const step = (by: number) => {
    setTyped(String(within(size + by)))
    change(within(size + by))
  }
  return (
    <div class={style.group}>
      <div class={style.stepper}>
        <label for={id}>{words.groupOf}</label>
        <button type="button" class={style.step} aria-label={words.fewer} onClick={() => step(-1)}>
          −
        </button>
        <input
          id={id}
          class={inputClass}
          inputMode="numeric"
          autocomplete="off"
          value={typed}
          aria-describedby={describedBy(id)}
          onFocus={(event) => event.currentTarget.select()}
          onInput={(event) => type(event.currentTarget)}
          onBlur={() => setTyped(String(size))}
        />
        <button type="button" class={style.step} aria-label={words.more} onClick={() => step(1)}>
          +
        </button>
      </div>
      <p id={describedBy(id)} class={style.hint}>
        {words.groupHint}
      </p>
    </div>
  )
}
