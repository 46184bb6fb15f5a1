import type { AnyRow, OtherVersion, RecordType } from '../../domain/record.ts'
import { versions as versionWords } from '../../i18n/fr/versions.ts'
import { type Edit, editOf } from '../../store/write.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useSave } from '../app/use-save.ts'
import { useMemberName } from '../app/use-team.ts'
import { useToday } from '../app/use-today.ts'
import { Badge } from '../parts/badge.tsx'
import { Button } from '../parts/button.tsx'
import { FieldValue } from './field-value.tsx'
import style from './field-versions.module.css'
import { momentWord } from './moment-word.ts'

export const versionsId = (name: string) => `versions-${name}`
/** The fields of a row that have two versions. */
export const doubleFields = (row: AnyRow): string[] => Object.keys(row.versions ?? {})

/** The present value given once more, by somebody who saw both. */
const keeping = (table: string, row: AnyRow, name: string): Edit => {
  const value = row[name] as string | number | boolean | undefined
  return { table, row: row.id, fields: { [name]: value ?? null }, seen: row.seq }
}

type Props = { type: RecordType; row: AnyRow; name: string; version: OtherVersion }
/** A field two people gave values to without having seen each other's: both, who gave them and when, one tap to settle. */
export const FieldVersions = ({ type, row, name, version }: Props) => {
  const { speech, tell } = useApp()
  const words = useWords(versionWords)
  const save = useSave()
  const nameOf = useMemberName()
  const label = speech.field(type, name)
  const take = () => save([editOf(type.table, row, { [name]: version.value })], { text: words.taken(label) })
  const keep = async () => {
    // There is nothing to go back to: the value stays what it was.
    if (await save([keeping(type.table, row, name)], { quiet: true })) tell({ text: words.kept(label) })
  }
  return (
    <div id={versionsId(name)} class={style.field} tabIndex={-1}>
      <p class={style.label}>
        {label} <Badge word={words.title} />
      </p>
      <div class={style.version}>
        <Told type={type} name={name} value={row[name]} by={nameOf(version.kept.by)} at={version.kept.at} />
        <Button onClick={() => void keep()} label={words.keepFor(label)}>
          {words.keep}
        </Button>
      </div>
      <div class={style.version}>
        <Told type={type} name={name} value={version.value} by={nameOf(version.by)} at={version.at} />
        <Button onClick={() => void take()} label={words.takeFor(label)}>
          {words.take}
        </Button>
      </div>
    </div>
  )
}

type ToldProps = { type: RecordType; name: string; value: unknown; by: string; at: string | number }
/** A value with who gave it and when. */
export const Told = ({ type, name, value, by, at }: ToldProps) => {
  const { speech } = useApp()
  const today = useToday()
  return (
    <div class={style.told}>
      <FieldValue type={type} name={name} value={value} />
      <span class={style.by}>{[by, momentWord(speech, today, at)].filter(Boolean).join(' · ')}</span>
    </div>
  )
}
