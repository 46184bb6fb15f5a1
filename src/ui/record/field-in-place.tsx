import { useEffect, useRef, useState } from 'preact/hooks'
import type { AnyRow, RecordType } from '../../domain/record.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { versions as versionWords } from '../../i18n/fr/versions.ts'
import { editOf } from '../../store/write.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useEnrolment } from '../app/use-enrolment.ts'
import { useSave } from '../app/use-save.ts'
import { Button } from '../parts/button.tsx'
import { holdOpenForm } from '../update/open-form.ts'
import { collect, droppingMerged, type Fault } from './collect.ts'
import { useDraftTitle } from './draft-title.ts'
import type { Typed } from './face.ts'
import { FieldEditor, focusField } from './field-editor.tsx'
import style from './field-row.module.css'
import { typedFrom } from './starting-values.ts'
import type { FormDraft } from './use-form-draft.ts'

export const inPlace = 'field'

type Props = {
  type: RecordType
  row: AnyRow
  name: string
  draft: FormDraft
  /** What a draft brings back. */
  restored: Typed | undefined
  /** `refocus`: the person stays here, rather than having gone to something else. */
  close: (refocus: boolean) => void
  /** Whether what stands in it cannot be saved, so that it must not be left. */
  isFaulty: { current: boolean }
  showHistory: () => void
}
/** A field that became its input where it stood: Enter or leaving it saves, Escape gives up. */
export const FieldInPlace = ({ type, row, name, draft, restored, close, isFaulty, showHistory }: Props) => {
  const { space, speech } = useApp()
  const app = useWords(appWords)
  const versions = useWords(versionWords)
  const isEnrolled = useEnrolment() !== undefined
  const save = useSave()
  // What one saw when one began: others' changes made meanwhile are not taken back.
  const [opened] = useState(() => ({ row, start: typedFrom(type, row, [name], speech.language) }))
  const [typed, setTyped] = useState<Typed>(restored ?? opened.start[name] ?? '')
  const [fault, setFault] = useState<Fault>()
  const latest = useRef(typed)
  const titleOf = useDraftTitle(type, row, { [name]: typed })
  const isOver = useRef(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => holdOpenForm(), [])
  useEffect(() => focusField(inPlace, name), [name])

  const keepDraft = () => draft.keep({ [name]: latest.current }, titleOf({ [name]: latest.current }))
  const change = (now: Typed) => {
    latest.current = now
    setTyped(now)
    setFault(undefined)
    keepDraft()
  }
  const keep = async (refocus: boolean) => {
    if (isOver.current) return
    const { values, births, faults } = collect(space, type, { [name]: latest.current }, opened.start)
    setFault(faults[name])
    isFaulty.current = faults[name] !== undefined
    if (faults[name]) return refocus ? focusField(inPlace, name) : undefined
    isOver.current = true
    const edit = editOf(type.table, opened.row, values)
    if (!edit) await draft.drop(true)
    else {
      // What is typed while this is saved would be in no record.
      if (form.current) form.current.inert = true
      await draft.settle()
      if (!(await save([...births, droppingMerged(space, type, edit)], { draft: draft.id() }))) {
        isOver.current = false
        if (form.current) form.current.inert = false
        draft.resume()
        return keepDraft()
      }
    }
    close(refocus)
  }
  const giveUp = () => {
    isOver.current = true
    isFaulty.current = false
    void draft.drop(true)
    close(true)
  }
  const keyed = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault()
      giveUp()
    } else if (event.key === 'Enter' && event.target instanceof HTMLTextAreaElement && (event.ctrlKey || event.metaKey))
      void keep(true)
  }
  const left = (event: FocusEvent) => {
    const place = event.currentTarget as HTMLElement
    const isInside = place.contains(event.relatedTarget as Node | null)
    // The window was left, not the field.
    if (isInside || document.activeElement === event.target) return
    void keep(false)
  }
  return (
    <form
      ref={form}
      class={style.editor}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void keep(true)
      }}
      onKeyDown={keyed}
      onBlurCapture={left}
      // A tap on a button must not count as having left the field.
      onPointerDown={(event) =>
        event.target instanceof Element && event.target.closest('button') && event.preventDefault()
      }
    >
      <FieldEditor
        prefix={inPlace}
        type={type}
        name={name}
        typed={typed}
        change={change}
        fault={fault}
        beside={(other) => row[other]}
      />
      <div class={style.ends}>
        <Button look="main" type="submit">
          {app.save}
        </Button>
        <Button look="plain" onClick={giveUp}>
          {app.cancel}
        </Button>
        {isEnrolled && (
          <Button look="plain" onClick={showHistory}>
            {versions.history}
          </Button>
        )}
      </div>
    </form>
  )
}
