import type { RecordType } from '../../domain/record.ts'
import { versions as versionWords } from '../../i18n/fr/versions.ts'
import { useWords } from '../app/app-context.ts'
import { faceOf } from './faces.ts'
import style from './field-value.module.css'

type Props = { type: RecordType; name: string; value: unknown }
/** A value a field has, had or could have; said to be empty when it is. */
export const FieldValue = ({ type, name, value }: Props) => {
  const words = useWords(versionWords)
  const field = type.fields[name]
  if (!field) return null
  const isEmpty = value === undefined || value === null || (Array.isArray(value) && value.length === 0)
  if (isEmpty) return <span class={style.empty}>{words.empty}</span>
  const { Value } = faceOf(field)
  return (
    <span class={style.value}>
      <Value type={type} name={name} field={field} value={value} />
    </span>
  )
}
