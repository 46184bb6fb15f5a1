import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { exchange } from '../../domain/records/exchange.ts'
import { task } from '../../domain/records/task.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { record as recordWords } from '../../i18n/fr/record.ts'
import { teamwork as teamworkWords } from '../../i18n/fr/teamwork.ts'
import { isMe, nameOf } from '../../store/team.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useSave } from '../app/use-save.ts'
import { useTeam } from '../app/use-team.ts'
import { isSeveral, TeamChips } from '../event/team-chips.tsx'
import { Chip, Chips } from '../parts/chips.tsx'
import frame from '../parts/field.module.css'
import { describedBy, inputClass, LabelledField } from '../parts/field.tsx'
import { useDraftTitle } from '../record/draft-title.ts'
import type { Typed, TypedValues } from '../record/face.ts'
import { FieldEditor, focusField } from '../record/field-editor.tsx'
import { FormEnds } from '../record/form-ends.tsx'
import style from '../record/record-form.module.css'
import { isSame, oneOf } from '../record/typed.ts'
import type { FormDraft } from '../record/use-form-draft.ts'
import { holdOpenForm } from '../update/open-form.ts'
import { channels, type RequestFields, requestEdits } from './request-edits.ts'

const prefix = 'request'

type Props = { start: TypedValues; draft: FormDraft; done: () => void }
/** Whom it is from, what is asked, by which means, who sees to it: one save. */
export const RequestForm = ({ start, draft, done }: Props) => {
  const { space, speech } = useApp()
  const app = useWords(appWords)
  const words = useWords(teamworkWords)
  const record = useWords(recordWords)
  const save = useSave()
  const team = useTeam() ?? []
  const [typed, setTyped] = useState<TypedValues>({ ...start, ...draft.restored })
  const [isMissing, setMissing] = useState(false)
  const latest = useRef(typed)
  const what = useRef<HTMLTextAreaElement>(null)
  const saving = useRef(false)
  const titleOf = useDraftTitle(task, undefined, typed)
  useEffect(() => holdOpenForm(), [])
  // Before anything can be touched: what has the focus by then keeps it.
  useLayoutEffect(() => {
    // From a page the person or structure is known: what is asked comes first.
    if (start.person || start.organisation) what.current?.focus()
    else focusField(prefix, 'organisation')
  }, [])
  const keepDraft = () => {
    const isTouched = Object.entries(latest.current).some(([name, now]) => !isSame(now, start[name]))
    const about = oneOf(latest.current.what ?? '').trim() || titleOf(latest.current)
    if (isTouched) draft.keep(latest.current, words.draft(about).slice(0, 60))
    else void draft.drop(true)
  }
  const change = (name: RequestFields) => (now: Typed) => {
    latest.current = { ...latest.current, [name]: now }
    setTyped(latest.current)
    if (name === 'what') setMissing(false)
    keepDraft()
  }
  const submit = async (sent: SubmitEvent) => {
    sent.preventDefault()
    if (saving.current) return
    if (oneOf(typed.what ?? '').trim() === '') {
      setMissing(true)
      return what.current?.focus()
    }
    saving.current = true
    const form = sent.currentTarget as HTMLFormElement
    form.inert = true
    await draft.settle()
    const owner = oneOf(latest.current.owner ?? '')
    const to = owner && !isMe(team, space, owner) ? (nameOf(team, owner) ?? app.colleague) : undefined
    const text = to ? words.requestGiven(to) : words.requestNoted
    if (await save(requestEdits(space, latest.current), { text, draft: draft.id() })) return done()
    saving.current = false
    form.inert = false
    draft.resume()
    keepDraft()
  }
  const cancel = async () => {
    await draft.drop()
    done()
  }
  const from = (name: 'person' | 'organisation') => (
    <FieldEditor prefix={prefix} type={task} name={name} typed={typed[name] ?? ''} change={change(name)} />
  )
  return (
    <form class={style.form} onSubmit={(event) => void submit(event)} noValidate>
      <div class={style.fields}>
        {from('organisation')}
        {from('person')}
        <LabelledField
          id="request-what"
          label={words.what}
          hint={record.needed}
          warning={isMissing ? words.whatMissing : undefined}
        >
          <textarea
            ref={what}
            id="request-what"
            class={inputClass}
            rows={3}
            value={oneOf(typed.what ?? '')}
            aria-required
            aria-invalid={isMissing}
            aria-describedby={describedBy('request-what')}
            onInput={(event) => change('what')(event.currentTarget.value)}
          />
        </LabelledField>
        <div class={frame.field}>
          <span class={frame.label} aria-hidden="true">
            {words.channel}
          </span>
          <Chips label={words.channel}>
            {channels.map((key) => (
              <Chip key={key} pressed={typed.channel === key} onPress={() => change('channel')(key)}>
                {speech.option(exchange, 'kind', key)}
              </Chip>
            ))}
          </Chips>
        </div>
        {isSeveral(team) && (
          <div class={frame.field}>
            <span class={frame.label} aria-hidden="true">
              {words.givenTo}
            </span>
            <TeamChips
              label={words.givenTo}
              team={team}
              chosen={oneOf(typed.owner ?? '')}
              choose={({ id }) => change('owner')(isMe(team, space, id) ? space.me : id)}
            />
          </div>
        )}
      </div>
      <FormEnds cancel={cancel} />
    </form>
  )
}
