import { useEffect, useId, useState } from 'preact/hooks'
import { app as appWords } from '../../i18n/fr/app.ts'
import { settings as settingsWords } from '../../i18n/fr/settings.ts'
import { note, notesOf } from '../../store/device-notes.ts'
import { problemOf } from '../../store/problem.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { describedBy, inputClass, LabelledField } from '../parts/field.tsx'

/** Written as it is typed: there is nothing to confirm, and nothing to lose. */
export const NameSetting = () => {
  const { space, tell } = useApp()
  const words = useWords(settingsWords)
  const { problem } = useWords(appWords)
  const id = useId()
  const [name, setName] = useState<string>()
  useEffect(() => {
    notesOf(space).then(
      (notes) => setName((typed) => typed ?? notes.myName ?? ''),
      () => setName((typed) => typed ?? ''),
    )
  }, [space])
  const keep = (typed: string) => {
    setName(typed)
    note(space, { myName: typed.trim() || undefined }).catch((error) =>
      tell({ text: problem[problemOf(error)], urgent: true }),
    )
  }
  return (
    <LabelledField id={id} label={words.name} hint={words.nameHint}>
      <input
        id={id}
        class={inputClass}
        value={name ?? ''}
        autocomplete="name"
        autocapitalize="words"
        enterkeyhint="done"
        maxLength={200}
        aria-describedby={describedBy(id)}
        onInput={(event) => keep(event.currentTarget.value)}
      />
    </LabelledField>
  )
}
