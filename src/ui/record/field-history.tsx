import type { Ref } from 'preact'
import { useCallback, useEffect, useImperativeHandle, useRef, useState } from 'preact/hooks'
import type { Why } from '../../domain/answer.ts'
import type { AnyRow, RecordType } from '../../domain/record.ts'
import { online as onlineWords } from '../../i18n/fr/online.ts'
import { versions as versionWords } from '../../i18n/fr/versions.ts'
import { editOf } from '../../store/write.ts'
import type { PastValue } from '../app/acts.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useSave } from '../app/use-save.ts'
import { useMemberName } from '../app/use-team.ts'
import { Button } from '../parts/button.tsx'
import { Sheet, type SheetHandle } from '../parts/sheet.tsx'
import style from './field-history.module.css'
import { PastValueRow } from './past-value.tsx'

type Asked = { entries: readonly PastValue[]; more: boolean; why?: Why | undefined; isAsking: boolean }
const nothing: Asked = { entries: [], more: false, isAsking: true }

/** What the server tells of a field, page after page. */
const usePast = (table: string, row: string, field: string) => {
  const { acts } = useApp()
  const [asked, setAsked] = useState(nothing)
  const known = useRef(nothing)
  const hold = (next: Asked) => {
    known.current = next
    setAsked(next)
  }
  const ask = useCallback(async () => {
    const { entries } = known.current
    hold({ ...known.current, isAsking: true, why: undefined })
    const answer = await acts.history({ table, row, field }, entries.at(-1)?.seq)
    if (answer.ok) hold({ entries: [...entries, ...answer.value.entries], more: answer.value.more, isAsking: false })
    else hold({ ...known.current, isAsking: false, why: answer.why })
  }, [acts, table, row, field])
  useEffect(() => void ask(), [ask])
  return { ...asked, ask: () => void ask() }
}

export type HistoryHandle = { open: (name: string) => void }
type Props = { ref: Ref<HistoryHandle>; type: RecordType; row: AnyRow }
/** Every value one field ever took, who gave it and when: read online, since phones keep only the present one. */
export const FieldHistory = ({ ref, type, row }: Props) => {
  const { speech } = useApp()
  const words = useWords(versionWords)
  const sheet = useRef<SheetHandle>(null)
  const [name, setName] = useState<string>()
  useImperativeHandle(ref, () => ({
    open: (name) => {
      setName(name)
      sheet.current?.open()
    },
  }))
  return (
    <Sheet
      ref={sheet}
      title={name === undefined ? words.history : words.historyOf(speech.field(type, name))}
      onClosed={() => setName(undefined)}
    >
      {name !== undefined && <Past type={type} row={row} name={name} close={() => sheet.current?.close()} />}
    </Sheet>
  )
}

type PastProps = { type: RecordType; row: AnyRow; name: string; close: () => void }
const Past = ({ type, row, name, close }: PastProps) => {
  const { speech } = useApp()
  const words = useWords(versionWords)
  const online = useWords(onlineWords)
  const save = useSave()
  const nameOf = useMemberName()
  const { entries, more, why, isAsking, ask } = usePast(type.table, row.id, name)
  const standing = entries.find((entry) => !entry.lost)?.seq
  const takeBack = async (value: unknown) => {
    close()
    await save([editOf(type.table, row, { [name]: value })], { text: words.takenBack(speech.field(type, name)) })
  }
  return (
    <div class={style.content} aria-busy={isAsking}>
      <ol>
        {entries.map((entry) => (
          <PastValueRow
            key={entry.seq}
            type={type}
            name={name}
            present={row[name]}
            entry={entry}
            isStanding={entry.seq === standing}
            author={nameOf(entry.by)}
            teller={entry.heard === undefined ? undefined : nameOf(entry.heard)}
            takeBack={(value) => void takeBack(value)}
          />
        ))}
      </ol>
      <div role="status">
        {isAsking && <p>{online.wait}</p>}
        {why && <p>{why === 'no-network' ? words.offline : online.why[why]}</p>}
        {!isAsking && !why && entries.length === 0 && <p>{words.none}</p>}
      </div>
      {why && <Button onClick={ask}>{online.retry}</Button>}
      {!isAsking && !why && more && <Button onClick={ask}>{words.earlier}</Button>}
    </div>
  )
}
