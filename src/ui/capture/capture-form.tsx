import type { Ref } from 'preact'
import { useState } from 'preact/hooks'
import { exchange } from '../../domain/records/exchange.ts'
import { capture as captureWords } from '../../i18n/fr/capture.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { delays } from '../delays.ts'
import { Button } from '../parts/button.tsx'
import { Chip, Chips } from '../parts/chips.tsx'
import field from '../parts/field.module.css'
import { describedBy, inputClass, LabelledField } from '../parts/field.tsx'
import line from '../parts/line.module.css'
import style from './capture.module.css'
import type { Captured } from './captured.ts'
import { ContactPointField } from './contact-point-field.tsx'
import { OrganisationField } from './organisation-field.tsx'

const interestKeys = Object.keys(exchange.fields.interests.options)
const atOnce = 4

type Props = {
  captured: Captured
  change: (part: Partial<Captured>) => void
  nameField: Ref<HTMLInputElement>
  /** Its interests are those of the person noted before. */
  asBefore: boolean
  /** Said at the name field when nothing was given to save. */
  lacking: boolean
  save: (next: boolean) => void
  cancel: () => void
}
/** The fields of one contact, in the order one hears them; the chips after, the two ways to save always in reach. */
export const CaptureForm = ({ captured, change, nameField, asBefore, lacking, save, cancel }: Props) => {
  const { speech } = useApp()
  const words = useWords(captureWords)
  const [all, setAll] = useState(false)
  const shown = interestKeys.filter((key, at) => all || at < atOnce || captured.interests.includes(key))
  const isKept = asBefore && captured.interests.length > 0
  const toggle = (key: string) =>
    change({
      interests: captured.interests.includes(key)
        ? captured.interests.filter((one) => one !== key)
        : [...captured.interests, key],
    })
  const submit = (event: Event) => {
    event.preventDefault()
    save(false)
  }
  /** The phone's "next" key goes to the next field; only the last one saves. */
  const next = (event: KeyboardEvent) => {
    const typed = event.target as HTMLElement
    if (event.key !== 'Enter' || !(typed instanceof HTMLInputElement) || typed.enterKeyHint !== 'next') return
    event.preventDefault()
    const fields = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('input, textarea')]
    fields[fields.indexOf(typed) + 1]?.focus()
  }
  return (
    <form class={style.form} onSubmit={submit} onKeyDown={next} noValidate>
      <div class={style.fields}>
        <LabelledField id="capture-name" label={words.name} warning={lacking ? words.nameNeeded : undefined}>
          <input
            id="capture-name"
            ref={nameField}
            class={inputClass}
            value={captured.name}
            onInput={(event) => change({ name: event.currentTarget.value })}
            aria-describedby={describedBy('capture-name')}
            autocomplete="off"
            autocapitalize="words"
            enterkeyhint="next"
            spellcheck={false}
          />
        </LabelledField>
        <OrganisationField
          value={captured.organisation}
          picked={captured.organisationId}
          onChange={(organisation, organisationId) => change({ organisation, organisationId })}
        />
        <ContactPointField value={captured.contactPoint} onChange={(contactPoint) => change({ contactPoint })} />
        <div class={field.field}>
          <div class={style.heading}>
            <span class={field.label}>{words.interests}</span>
            {/* It takes its room also while it is not shown: no field moves when it comes or goes. */}
            <span class={`${field.hint} ${style.kept} ${isKept ? '' : style.unshown}`}>
              {words.asBefore}
              <button
                type="button"
                class={line.act}
                // The finger's way down must not take the focus from the name.
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => change({ interests: [] })}
              >
                {words.clearInterests}
              </button>
            </span>
          </div>
          <Chips label={words.interests} stand>
            {shown.map((key) => (
              <Chip key={key} pressed={captured.interests.includes(key)} onPress={() => toggle(key)}>
                {speech.option(exchange, 'interests', key)}
              </Chip>
            ))}
            {!all && (
              <Chip pressed={false} onPress={() => setAll(true)}>
                {words.more}
              </Chip>
            )}
          </Chips>
        </div>
        <div class={field.field}>
          <span class={field.label}>{words.callBack}</span>
          <Chips label={words.callBack} stand>
            {delays.map((days) => (
              <Chip
                key={days}
                pressed={captured.callBack === days}
                label={words.callBackIn(days)}
                onPress={() => change({ callBack: captured.callBack === days ? undefined : days })}
              >
                {words.inDays(days)}
              </Chip>
            ))}
          </Chips>
        </div>
        <LabelledField id="capture-note" label={words.note} hint={words.noteHint}>
          <textarea
            id="capture-note"
            class={inputClass}
            rows={2}
            value={captured.note}
            onInput={(event) => change({ note: event.currentTarget.value })}
            aria-describedby={describedBy('capture-note')}
          />
        </LabelledField>
        <Button look="plain" onClick={cancel}>
          {words.cancel}
        </Button>
      </div>
      <div class={style.ends}>
        <Button onClick={() => save(true)}>{words.saveNext}</Button>
        <Button look="main" type="submit">
          {words.save}
        </Button>
      </div>
    </form>
  )
}
