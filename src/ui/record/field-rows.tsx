import { useEffect, useRef, useState } from 'preact/hooks'
import type { AnyRow, RecordType } from '../../domain/record.ts'
import { record as recordWords } from '../../i18n/fr/record.ts'
import { useWords } from '../app/app-context.ts'
import { Group } from '../parts/page.tsx'
import { focusField } from './field-editor.tsx'
import { FieldHistory, type HistoryHandle } from './field-history.tsx'
import { FieldInPlace, inPlace } from './field-in-place.tsx'
import style from './field-row.module.css'
import { FieldRow, rowId } from './field-row.tsx'
import { FieldVersions } from './field-versions.tsx'
import { byGroup, groupName } from './group-names.ts'
import { ProseInPlace } from './prose-in-place.tsx'
import page from './record-page.module.css'
import type { FormDraft } from './use-form-draft.ts'

type Props = {
  type: RecordType
  row: AnyRow
  draft: FormDraft
  /** Something stands above, from which the first group is told by its heading. */
  hasSides: boolean
}
/** What a row holds, by group, each field edited where it stands. */
export const FieldRows = ({ type, row, draft, hasSides }: Props) => {
  const words = useWords(recordWords)
  const [restored] = useState(() => Object.keys(draft.restored ?? {})[0])
  const [editing, setEditing] = useState(restored)
  const back = useRef<string>(undefined)
  const isFaulty = useRef(false)
  useEffect(() => {
    if (editing === undefined && back.current) document.getElementById(rowId(back.current))?.focus()
    back.current = undefined
  }, [editing])
  const edit = (name: string) => {
    if (isFaulty.current && editing !== undefined) focusField(inPlace, editing)
    else setEditing(name)
  }
  const close = (name: string) => (refocus: boolean) => {
    back.current = refocus ? name : undefined
    setEditing((now) => (now === name ? undefined : now))
    draft.forgetRestored()
  }
  const told = new Set(['deletedAt', 'mergedInto', ...Object.values(type.fields).map(({ signedIn }) => signedIn)])
  const filled = Object.keys(type.fields).filter(
    (name) =>
      !told.has(name) &&
      (row[name] !== undefined || row.versions?.[name] || name === editing || type.fields[name]?.kind === 'prose'),
  )
  const history = useRef<HistoryHandle>(null)
  const rows = (names: readonly string[]) => (
    <div class={style.rows}>
      {names.map((name) =>
        name === editing && type.fields[name]?.kind === 'prose' ? (
          <ProseInPlace
            key={name}
            type={type}
            row={row}
            name={name}
            close={() => close(name)(true)}
            showHistory={() => history.current?.open(name)}
          />
        ) : name === editing ? (
          <FieldInPlace
            key={name}
            type={type}
            row={row}
            name={name}
            draft={draft}
            restored={name === restored ? draft.restored?.[name] : undefined}
            close={close(name)}
            isFaulty={isFaulty}
            showHistory={() => history.current?.open(name)}
          />
        ) : (
          <OneField key={name} type={type} row={row} name={name} edit={() => edit(name)} />
        ),
      )}
    </div>
  )
  return (
    <div class={page.fields}>
      {restored !== undefined && restored === editing && (
        <p class={page.hint} role="status">
          {words.draftBack}
        </p>
      )}
      {byGroup(type, filled).map(([group, names]) =>
        group === 'main' && !hasSides ? (
          <div key={group}>{rows(names)}</div>
        ) : (
          <Group key={group} heading={groupName(words, type.table, group)}>
            {rows(names)}
          </Group>
        ),
      )}
      <p class={page.hint}>{words.editHint}</p>
      <FieldHistory ref={history} type={type} row={row} />
    </div>
  )
}

type OneProps = { type: RecordType; row: AnyRow; name: string; edit: () => void }
const OneField = (props: OneProps) => {
  const version = props.row.versions?.[props.name]
  return version ? <FieldVersions {...props} version={version} /> : <FieldRow {...props} />
}
