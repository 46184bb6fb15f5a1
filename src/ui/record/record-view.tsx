import type { AnyRow, RecordType } from '../../domain/record.ts'
import { shortDate } from '../../i18n/dates.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { record as recordWords } from '../../i18n/fr/record.ts'
import { editOf } from '../../store/write.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLocation } from '../app/location.tsx'
import { useSave } from '../app/use-save.ts'
import { Attachments } from '../attachments/attachments-later.tsx'
import { Button } from '../parts/button.tsx'
import { trashIcon } from '../parts/more-icons.ts'
import box from '../parts/notice.module.css'
import { MergedFrom } from '../twins/merged-from.tsx'
import { TwinLine } from '../twins/twin-line.tsx'
import { FieldRows } from './field-rows.tsx'
import { RecordActs } from './record-acts.tsx'
import { RecordForm } from './record-form.tsx'
import style from './record-page.module.css'
import { sides } from './sides.tsx'
import { typedFrom } from './starting-values.ts'
import { useFormDraft } from './use-form-draft.ts'
import { VersionsLine } from './versions-line.tsx'

/** By which field a photo or document points to a record of this type. */
const withFiles: Readonly<Record<string, 'person' | 'organisation' | 'exchange' | 'event'>> = {
  people: 'person',
  organisations: 'organisation',
  exchanges: 'exchange',
  events: 'event',
}

type Props = {
  type: RecordType
  row: AnyRow
  home: string
  isCompleting: boolean
  setCompleting: (is: boolean) => void
}
/** A row that is here: its fields, or the form of those that are empty. */
export const RecordView = ({ type, row, home, isCompleting, setCompleting }: Props) => {
  const { space, speech } = useApp()
  const app = useWords(appWords)
  const words = useWords(recordWords)
  const { route } = useLocation()
  const save = useSave()
  const draft = useFormDraft({ form: `edit/${type.table}/${row.id}` })
  if (!draft) return null
  const brought = Object.keys(draft.restored ?? {})
  const empty = Object.keys(type.fields).filter(
    (name) => row[name] === undefined && !type.fields[name]?.quiet && type.fields[name]?.kind !== 'prose',
  )
  if (isCompleting || brought.length > 1) {
    const names = Object.keys(type.fields).filter((name) => empty.includes(name) || brought.includes(name))
    const close = () => {
      draft.forgetRestored()
      setCompleting(false)
    }
    return (
      <RecordForm
        type={type}
        row={row}
        names={names}
        start={typedFrom(type, row, names, speech.language)}
        draft={draft}
        done={close}
        cancelled={close}
      />
    )
  }
  const remove = async () => {
    const deletedAt = new Date(space.now()).toISOString()
    if (await save([editOf(type.table, row, { deletedAt })], { text: app.deleted })) route(home)
  }
  const Sides = sides[type.table]
  const by = withFiles[type.table]
  return (
    <>
      <Warning row={row} />
      <VersionsLine type={type} row={row} />
      <TwinLine table={type.table} row={row} />
      <RecordActs type={type} row={row} />
      {Sides && <Sides row={row} />}
      <FieldRows type={type} row={row} draft={draft} hasSides={Sides !== undefined} />
      {empty.length > 0 && <Button onClick={() => setCompleting(true)}>{words.complete}</Button>}
      {by && <Attachments by={by} id={row.id} />}
      <MergedFrom type={type} row={row} />
      <div class={style.quietly}>
        <Button look="plain" icon={trashIcon} onClick={() => void remove()}>
          {words.deleteRecord}
        </Button>
      </div>
    </>
  )
}

/** That one must not be contacted stands above everything else. */
const Warning = ({ row }: { row: AnyRow }) => {
  const { speech } = useApp()
  const words = useWords(recordWords)
  const told = [
    row.doNotContact === true || row.relation === 'doNotContact' ? words.doNotContact : undefined,
    typeof row.objectedOn === 'string' ? words.objected(shortDate(speech.language, row.objectedOn)) : undefined,
  ].filter(Boolean)
  return told.length > 0 ? <p class={`${box.notice} ${style.warning}`}>{told.join(' · ')}</p> : null
}
