import { Fragment } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { AnyRow, RecordType } from '../../domain/record.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { record as recordWords } from '../../i18n/fr/record.ts'
import { birth, type Edit, editOf } from '../../store/write.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useSave } from '../app/use-save.ts'
import { Button } from '../parts/button.tsx'
import { holdOpenForm } from '../update/open-form.ts'
import { collect, droppingMerged, type Fault } from './collect.ts'
import { useDraftTitle } from './draft-title.ts'
import type { Typed, TypedValues } from './face.ts'
import { faceOf } from './faces.ts'
import { FieldEditor, fieldId, focusField } from './field-editor.tsx'
import { FormEnds } from './form-ends.tsx'
import { byGroup, groupName } from './group-names.ts'
import style from './record-form.module.css'
import { fillsItself } from './starting-values.ts'
import { dayKey, taskKindOf, tasksLeft } from './tasks-left.ts'
import { Through } from './through.tsx'
import { ToDoDay } from './to-do-day.tsx'
import { isBlank, isSame, oneOf } from './typed.ts'
import { useBrought } from './use-brought.ts'
import type { FormDraft } from './use-form-draft.ts'
import { useThrough } from './use-through.ts'

const prefix = 'form'

type Props = {
  type: RecordType
  /** The row that is edited; absent for a new one. */
  row?: AnyRow
  /** The fields offered. */
  names: readonly string[]
  /** What the inputs hold when the form is opened. */
  start: TypedValues
  draft: FormDraft
  /** What was refused and is corrected here: what is saved then, and the refused change that ends with it. */
  correction?: {
    n: number
    text: string
    edit: (typed: TypedValues, read: Record<string, unknown>) => Edit | undefined
  }
  done: (id: string) => void
  cancelled: () => void
}
/** The form of any record, derived from its fields. It hands over only what was touched. */
export const RecordForm = ({ type, row, names, start, draft, correction, done, cancelled }: Props) => {
  const { space, speech, tell } = useApp()
  const app = useWords(appWords)
  const words = useWords(recordWords)
  const save = useSave()
  const [opened] = useState({ row, start })
  const [typed, setTyped] = useState<TypedValues>({ ...start, ...draft.restored })
  const [isRestored, setRestored] = useState(draft.restored !== undefined)
  const [faults, setFaults] = useState<Record<string, Fault>>({})
  const latest = useRef(typed)
  const saving = useRef(false)
  const titleOf = useDraftTitle(type, row, typed)
  const isDraft = useRef(false)
  useEffect(() => holdOpenForm(), [])
  // Whom it is about is looked up: the draft takes the name when it is known.
  useEffect(() => {
    if (isDraft.current && !saving.current) keepDraft(latest.current)
  }, [titleOf])

  /** What stood in it before made its task then; so did what is corrected. */
  const leavesTask = (name: string) =>
    !correction &&
    !(row && isSame(latest.current[name], opened.start[name])) &&
    taskKindOf(type, name, latest.current[name]) !== undefined
  const hold = (next: TypedValues) => {
    latest.current = next
    setTyped(next)
  }
  const keepDraft = (values: TypedValues) => {
    const touched = Object.entries(values).filter(([name, now]) => !isSame(now, opened.start[name]))
    const isFilled = (name: string) => type.fields[name] === undefined || fillsItself(type.fields[name])
    // The hour and the author fill themselves: alone they are nothing to come back to.
    const isWorthIt = row ? touched.length > 0 : touched.some(([name, now]) => !isBlank(now) && !isFilled(name))
    isDraft.current = isWorthIt
    if (!isWorthIt) void draft.drop(true)
    else draft.keep(row ? Object.fromEntries(touched) : values, titleOf(values))
  }
  const change = (name: string) => (now: Typed) => {
    hold({ ...latest.current, [name]: now })
    const { [name]: mended, ...others } = faults
    if (mended) setFaults(others)
    keepDraft(latest.current)
  }
  const through = useThrough(
    type,
    names,
    typed,
    () => isDraft.current && !saving.current,
    (name, id) => change(name)(id),
  )
  useBrought(type, names, typed, opened.start, (values) => {
    hold({ ...latest.current, ...values })
    keepDraft(latest.current)
  })
  const submit = async (sent: Event) => {
    sent.preventDefault()
    if (saving.current) return
    const collected = collect(space, type, latest.current, row && !correction ? opened.start : {})
    const { values, births } = collected
    setFaults(collected.faults)
    const first = names.find((name) => collected.faults[name])
    if (first) return focusField(prefix, first)
    saving.current = true
    // What is typed while this is saved would be in no record.
    const form = sent.currentTarget as HTMLFormElement
    form.inert = true
    const edit = correction
      ? correction.edit(latest.current, values)
      : opened.row
        ? editOf(type.table, opened.row, values)
        : birth(space, type.table, { ...values, source: 'typed' })
    const tasks = edit
      ? await tasksLeft(space, speech, {
          type,
          row: { ...opened.row, ...values, id: edit.row },
          names: names.filter(leavesTask),
          typed: latest.current,
        })
      : []
    if (!edit && !correction) await draft.drop(true)
    else {
      await draft.settle()
      const ended = { draft: draft.id(), ...(correction && { refused: correction.n, text: correction.text }) }
      const isKept = await save([...births, edit && droppingMerged(space, type, edit), ...tasks], ended)
      saving.current = false
      form.inert = false
      if (!isKept) {
        draft.resume()
        return keepDraft(latest.current)
      }
      isDraft.current = false
    }
    done(edit?.row ?? row?.id ?? '')
  }
  const cancel = async () => {
    isDraft.current = false
    await draft.drop()
    cancelled()
  }
  const startAgain = () => {
    const left = latest.current
    const bringBack = () => {
      hold(left)
      keepDraft(left)
    }
    hold(opened.start)
    setRestored(false)
    isDraft.current = false
    void draft.drop(true)
    tell({ text: words.cleared, act: { word: app.undo, run: bringBack } })
  }
  const beside = (name: string) => {
    const field = type.fields[name]
    return field && faceOf(field).read(typed[name] ?? '', field)
  }
  const editors = (some: readonly string[]) => (
    <div class={style.fields}>
      {some.map((name) => (
        <Fragment key={name}>
          <FieldEditor
            prefix={prefix}
            type={type}
            name={name}
            typed={typed[name] ?? ''}
            change={change(name)}
            fault={faults[name]}
            beside={beside}
          >
            {through.name === name && <Through title={through.title} takeOut={through.takeOut} />}
          </FieldEditor>
          {leavesTask(name) && (
            <ToDoDay
              id={fieldId(prefix, dayKey(name))}
              day={oneOf(typed[dayKey(name)] ?? '')}
              change={change(dayKey(name))}
            />
          )}
        </Fragment>
      ))}
    </div>
  )
  const isOpen = (name: string) => type.fields[name]?.group === 'main' || !type.fields[name]?.optional
  const first = names.filter(isOpen)
  const folds = byGroup(
    type,
    names.filter((name) => !isOpen(name)),
  )
  return (
    <form class={style.form} onSubmit={(event) => void submit(event)} noValidate>
      {isRestored && (
        <div class={style.restored} role="status">
          <span>{words.draftBack}</span>
          <Button look="plain" onClick={startAgain}>
            {words.startAgain}
          </Button>
        </div>
      )}
      {first.length > 0 && editors(first)}
      <div>
        {folds.map(([group, some]) => (
          <details
            key={group}
            class={style.fold}
            open={
              correction !== undefined ||
              first.length === 0 ||
              some.some((name) => !isBlank(opened.start[name]) || !isBlank(draft.restored?.[name]))
            }
          >
            <summary class={style.heading}>{groupName(words, type.table, group)}</summary>
            {editors(some)}
          </details>
        ))}
      </div>
      <FormEnds cancel={cancel} />
    </form>
  )
}
