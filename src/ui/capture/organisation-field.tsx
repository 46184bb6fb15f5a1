import { useState } from 'preact/hooks'
import { capture as captureWords } from '../../i18n/fr/capture.ts'
import { useWords } from '../app/app-context.ts'
import { later } from '../app/later.tsx'
import field from '../parts/field.module.css'
import { inputClass } from '../parts/field.tsx'

const KnownOrganisations = later(() => import('./known-organisations.tsx').then((part) => part.KnownOrganisations))

type Props = { value: string; picked: string | undefined; onChange: (name: string, id?: string) => void }

/** A name to type; the known structures are offered below. */
export const OrganisationField = ({ value, picked, onChange }: Props) => {
  const words = useWords(captureWords)
  const [focused, setFocused] = useState(false)
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
        onInput={(event) => onChange(event.currentTarget.value)}
        autocomplete="off"
        autocapitalize="words"
        enterkeyhint="next"
        spellcheck={false}
      />
      {focused && !picked && value.trim().length > 1 && <KnownOrganisations typed={value} pick={onChange} />}
    </div>
  )
}
