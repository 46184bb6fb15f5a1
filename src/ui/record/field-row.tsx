import type { AnyRow, RecordType } from '../../domain/record.ts'
import { record as recordWords } from '../../i18n/fr/record.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { Icon } from '../parts/icon.tsx'
import { penIcon } from '../parts/more-icons.ts'
import { faceOf } from './faces.ts'
import style from './field-row.module.css'

export const rowId = (name: string) => `row-${name}`

type Props = { type: RecordType; row: AnyRow; name: string; edit: () => void }
/** One field as a line. A tap edits it; where it leads to other records they stay links, and a pen edits. */
export const FieldRow = ({ type, row, name, edit }: Props) => {
  const { speech } = useApp()
  const words = useWords(recordWords)
  const field = type.fields[name]
  const value = row[name]
  const isEmpty = value === undefined
  // A text waits to be written in, by whoever comes first.
  if (!field || (isEmpty && field.kind !== 'prose')) return null
  const { Value } = faceOf(field)
  const text = (
    <span class={style.text}>
      <span class={style.label}>{speech.field(type, name)}</span>
      <span class={style.value}>
        {isEmpty ? words.prose.empty : <Value type={type} name={name} field={field} value={value} />}
      </span>
    </span>
  )
  if (field.quiet && !field.to) return <div class={style.row}>{text}</div>
  if (field.to === undefined)
    return (
      <button id={rowId(name)} type="button" class={style.row} onClick={edit}>
        {text}
      </button>
    )
  return (
    <div class={style.row}>
      {text}
      <button
        id={rowId(name)}
        type="button"
        class={style.pen}
        aria-label={words.edit(speech.field(type, name))}
        onClick={edit}
      >
        <Icon name={penIcon} />
      </button>
    </div>
  )
}
