import { useState } from 'preact/hooks'
import { record as recordWords } from '../../i18n/fr/record.ts'
import { useWords } from '../app/app-context.ts'
import { describedBy, inputClass } from '../parts/field.tsx'
import style from './face.module.css'
import type { InputProps } from './face.ts'
import { Pills } from './pills.tsx'
import { allOf } from './typed.ts'

const only = (text: string) => (text.trim() ? [text.trim()] : [])

/** Words added on Enter or a comma. The one being typed is already the last of them, so that a killed app keeps it. */
export const TagsInput = ({ id, typed, change }: InputProps) => {
  const words = useWords(recordWords)
  const [text, setText] = useState('')
  const all = typeof typed === 'string' ? allOf(typed) : typed
  const settled = text.trim() ? all.slice(0, -1) : all
  const type = (next: string) => {
    const parts = next.split(',')
    const rest = parts.pop() ?? ''
    setText(rest.trimStart())
    change([...settled, ...parts.flatMap(only), ...only(rest)])
  }
  const settle = () => {
    setText('')
    if (text.trim()) change(allOf(all))
  }
  const keyed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !text.trim()) return
    event.preventDefault()
    event.stopPropagation()
    settle()
  }
  return (
    <div class={style.several}>
      <Pills
        pills={allOf(settled).map((one) => ({ key: one, text: one }))}
        remove={(key) => change([...settled.filter((one) => one !== key), ...only(text)])}
      />
      <input
        id={id}
        class={inputClass}
        value={text}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={keyed}
        onBlur={settle}
        aria-describedby={describedBy(id)}
        autocomplete="off"
        autocapitalize="sentences"
        enterkeyhint="enter"
      />
      <p class={style.born}>{words.tagHint}</p>
    </div>
  )
}
