import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { RecordType } from '../../domain/record.ts'
import { doubt as doubtWords } from '../../i18n/fr/doubt.ts'
import { record as recordWords } from '../../i18n/fr/record.ts'
import { useApp, useWords } from '../app/app-context.ts'
import frame from '../parts/field.module.css'
import { describedBy, LabelledField } from '../parts/field.tsx'
import type { Fault } from './collect.ts'
import { doubtOf, suggestionFor } from './doubt.ts'
import style from './face.module.css'
import type { Typed } from './face.ts'
import { faceOf } from './faces.ts'

export const fieldId = (prefix: string, name: string) => `${prefix}-${name}`
/** Puts the focus where a field is typed, opening what hides it. */
export const focusField = (prefix: string, name: string) => {
  const place = document.getElementById(fieldId(prefix, name))
  const folded = place?.closest('details')
  if (folded) folded.open = true
  const control = place?.matches('input, select, textarea') ? place : place?.querySelector<HTMLElement>('input, button')
  control?.focus()
}

type Props = {
  /** Tells apart the same field in two forms of one page. */
  prefix: string
  type: RecordType
  name: string
  typed: Typed
  change: (typed: Typed) => void
  fault?: Fault | undefined
  /** What the other fields hold, as they are stored. */
  beside?: (name: string) => unknown
  /** What there is to do with what stands in it. */
  children?: ComponentChildren
}
/** One field of any record: its label, its input, and what there is to say of what was typed. */
export const FieldEditor = ({ prefix, type, name, typed, change, fault, beside, children }: Props) => {
  const { speech } = useApp()
  const words = useWords(recordWords)
  const doubts = useWords(doubtWords)
  const [typing, setTyping] = useState(false)
  const field = type.fields[name]
  if (!field) return null
  const face = faceOf(field)
  const id = fieldId(prefix, name)
  const stored = typing ? undefined : face.read(typed, field)
  const doubt = doubtOf(field, stored, field.notBefore && beside?.(field.notBefore))
  const suggestion = suggestionFor(field, stored)
  const hints = [speech.hint(type, name), field.optional ? undefined : words.needed].filter(Boolean)
  const said = {
    label: speech.field(type, name),
    hint: hints.length > 0 ? hints.join(' · ') : undefined,
    warning: fault ? words.faults[fault] : doubt && words.asDoubt(doubts[doubt], doubts.keep),
  }
  const input = (
    <face.Input
      id={id}
      type={type}
      name={name}
      field={field}
      typed={typed}
      change={change}
      faulty={fault !== undefined}
    />
  )
  return (
    <div class={style.editor} onFocusCapture={() => setTyping(true)} onBlurCapture={() => setTyping(false)}>
      {face.grouped?.(field) ? (
        <div class={frame.field}>
          <span class={frame.label} aria-hidden="true">
            {said.label}
          </span>
          <div id={id}>{input}</div>
          <div id={describedBy(id)} aria-live="polite">
            {said.hint && <p class={frame.hint}>{said.hint}</p>}
            {said.warning && <p class={frame.warning}>{said.warning}</p>}
          </div>
        </div>
      ) : (
        <LabelledField id={id} {...said}>
          {input}
        </LabelledField>
      )}
      {suggestion && (
        <button type="button" class={style.suggestion} onClick={() => change(suggestion)}>
          {words.meant(suggestion)}
        </button>
      )}
      {children}
    </div>
  )
}
