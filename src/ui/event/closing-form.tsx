import { useEffect, useRef } from 'preact/hooks'
import { type Event, event as eventType } from '../../domain/records/event.ts'
import { event as eventWords } from '../../i18n/fr/event.ts'
import { home as homeWords } from '../../i18n/fr/home.ts'
import type { Draft } from '../../store/drafts.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLocation } from '../app/location.tsx'
import { useSave } from '../app/use-save.ts'
import { Button } from '../parts/button.tsx'
import { Chip, Chips } from '../parts/chips.tsx'
import { describedBy, inputClass, LabelledField } from '../parts/field.tsx'
import { closingEdits, publicsOf, withPublics } from './closing-edits.ts'
import style from './event.module.css'
import type { Sums } from './event-figures.ts'
import { PublicNumbers } from './public-numbers.tsx'
import { useClosingDraft } from './use-closing-draft.ts'

type Props = { event: Event; sums: Sums; draft: Draft | undefined; fold: () => void; closed: () => void }
/** Reach, attendance, publics, cost and a few words: nothing is required, all of it is one save. */
export const ClosingForm = ({ event, sums, draft, fold, closed }: Props) => {
  const { space, speech, tell } = useApp()
  const words = useWords(eventWords)
  const home = useWords(homeWords)
  const save = useSave()
  const { query } = useLocation()
  const { closing, change, settle, isKept, keepAgain } = useClosingDraft(event, draft)
  const top = useRef<HTMLFormElement>(null)
  // Once, for whoever came to close.
  useEffect(() => {
    if (query.close === '1') top.current?.scrollIntoView({ block: 'start' })
  }, [])

  const field = (name: string) => speech.field(eventType, name)
  const shown = (name: 'attendance' | 'cost') => closing[name] ?? String(event[name] ?? '').replace('.', ',')
  const scope = closing.scope ?? event.scope
  const submit = async (sent: SubmitEvent) => {
    sent.preventDefault()
    const id = await settle()
    const telling = { text: words.closed, ...(id !== undefined && { draft: id }) }
    if (await save(closingEdits(space, event, sums.of, closing), telling)) closed()
    else keepAgain()
  }
  const leave = async () => {
    if (Object.keys(closing).length > 0) {
      if (!(await isKept())) return
      tell({ text: words.draftKept })
    }
    fold()
  }
  const amount = (name: 'attendance' | 'cost', hint?: string) => (
    <LabelledField id={`close-${name}`} label={field(name)} hint={hint}>
      <input
        id={`close-${name}`}
        class={inputClass}
        inputMode={name === 'cost' ? 'decimal' : 'numeric'}
        autocomplete="off"
        value={shown(name)}
        aria-describedby={describedBy(`close-${name}`)}
        onInput={(event) => change({ [name]: event.currentTarget.value.replace(/[^\d\s,.€]/g, '').slice(0, 15) })}
      />
    </LabelledField>
  )
  return (
    <form ref={top} class={style.form} onSubmit={(event) => void submit(event)} noValidate>
      <div class={style.block}>
        <span class={style.label}>{field('scope')}</span>
        <Chips label={field('scope')}>
          {Object.keys(eventType.fields.scope.options).map((key) => (
            <Chip key={key} pressed={scope === key} onPress={() => change({ scope: scope === key ? '' : key })}>
              {speech.option(eventType, 'scope', key)}
            </Chip>
          ))}
        </Chips>
      </div>
      {amount('attendance', sums.total > 0 ? words.attendanceHint(home.counted(sums.total)) : undefined)}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid in every browser */}
      <div role="group" aria-label={words.publics} class={style.block}>
        <span class={style.label}>{words.publics}</span>
        <PublicNumbers of={sums.of} typed={publicsOf(closing)} type={(typed) => change(withPublics({}, typed))} />
      </div>
      {amount('cost')}
      <LabelledField id="close-summary" label={words.few} hint={words.fewHint}>
        <textarea
          id="close-summary"
          class={inputClass}
          rows={3}
          value={closing.summary ?? event.summary ?? ''}
          aria-describedby={describedBy('close-summary')}
          onInput={(event) => change({ summary: event.currentTarget.value })}
        />
      </LabelledField>
      <Button type="submit" look="main" wide>
        {words.saveClosing}
      </Button>
      <Button look="plain" onClick={() => void leave()}>
        {words.later}
      </Button>
    </form>
  )
}
