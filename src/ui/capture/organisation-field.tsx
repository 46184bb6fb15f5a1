import { useState } from 'preact/hooks'
import { fold } from '../../domain/fold.ts'
import { capture as captureWords } from '../../i18n/fr/capture.ts'
import type { Entry } from '../../store/search-index.ts'
import { useApp, useWords } from '../app/app-context.ts'
import field from '../parts/field.module.css'
import { inputClass } from '../parts/field.tsx'
import style from './capture.module.css'

type Props = { value: string; picked: string | undefined; onChange: (name: string, id?: string) => void }

/** The one known structure written just so; none when several are. */
const sameName = (found: readonly Entry[], typed: string) => {
  const same = found.filter((entry) => fold(String(entry.values[0])) === fold(typed))
  return same.length === 1 ? same[0] : undefined
}

/** A name to type; the known structures are offered below, and one written just like a known one is that one. */
export const OrganisationField = ({ value, picked, onChange }: Props) => {
  const { index } = useApp()
  const words = useWords(captureWords)
  const [focused, setFocused] = useState(false)
  const found = value.trim().length > 1 && !picked ? index.find('organisations', value) : []
  const type = (typed: string) => onChange(typed, sameName(index.find('organisations', typed), typed)?.id)
  return (
    <div
      class={field.field}
      onFocusCapture={() => setFocused(true)}
      onBlurCapture={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setFocused(false)
      }}
    >
      <label class={field.label} for="capture-organisation">
        {words.organisation}
      </label>
      <input
        id="capture-organisation"
        class={inputClass}
        value={value}
        onInput={(event) => type(event.currentTarget.value)}
        autocomplete="off"
        autocapitalize="words"
        enterkeyhint="next"
        spellcheck={false}
      />
      {focused && found.length > 0 && (
        <ul class={style.known} aria-label={words.known}>
          {found.slice(0, 3).map((entry) => (
            <li key={entry.id}>
              <button
                type="button"
                class={style.offer}
                // The finger's way down must not take the focus, or the list would be gone before the tap ends.
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => onChange(String(entry.values[0]), entry.id)}
              >
                <bdi>{String(entry.values[0])}</bdi>
                {entry.values[2] ? <small>{String(entry.values[2])}</small> : null}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
