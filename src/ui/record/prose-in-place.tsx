import { useEffect, useRef, useState } from 'preact/hooks'
import type { AnyRow, RecordType } from '../../domain/record.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { record as recordWords } from '../../i18n/fr/record.ts'
import { versions as versionWords } from '../../i18n/fr/versions.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useEnrolment } from '../app/use-enrolment.ts'
import { Button } from '../parts/button.tsx'
import { describedBy, inputClass, LabelledField } from '../parts/field.tsx'
import { holdOpenForm } from '../update/open-form.ts'
import style from './field-row.module.css'
import { useTyping } from './use-typing.ts'

type Props = { type: RecordType; row: AnyRow; name: string; close: () => void; showHistory: () => void }
/** A text that several people write, where it stands: what is typed is saved at each pause, what others write comes in. */
export const ProseInPlace = ({ type, row, name, close, showHistory }: Props) => {
  const { speech } = useApp()
  const app = useWords(appWords)
  const words = useWords(recordWords)
  const versions = useWords(versionWords)
  const isEnrolled = useEnrolment() !== undefined
  const area = useRef<HTMLTextAreaElement>(null)
  const [first] = useState(String(row[name] ?? ''))
  const { isReady, isFull, finish } = useTyping(area, { table: type.table, row: row.id, field: name })
  useEffect(() => holdOpenForm(), [])
  useEffect(() => {
    if (isReady) area.current?.focus()
  }, [isReady])
  const leave = async () => {
    if (await finish()) close()
  }
  const keyed = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return
    event.preventDefault()
    void leave()
  }
  const id = `prose-${name}`
  return (
    <div class={style.editor}>
      <LabelledField
        id={id}
        label={speech.field(type, name)}
        hint={words.prose.savesItself}
        warning={isFull ? words.prose.full : undefined}
      >
        <textarea
          id={id}
          ref={area}
          class={inputClass}
          dir="auto"
          rows={8}
          defaultValue={first}
          readOnly={!isReady}
          onKeyDown={keyed}
          aria-describedby={describedBy(id)}
          autocomplete="off"
        />
      </LabelledField>
      <div class={style.ends}>
        <Button look="main" onClick={() => void leave()}>
          {app.close}
        </Button>
        {isEnrolled && (
          <Button look="plain" onClick={showHistory}>
            {versions.history}
          </Button>
        )}
      </div>
    </div>
  )
}
