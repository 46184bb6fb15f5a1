import type { AnyRow, RecordType } from '../../domain/record.ts'
import { dayOf, shortDate } from '../../i18n/dates.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { twins as twinWords } from '../../i18n/fr/twins.ts'
import { mergedWith, separating } from '../../store/merged-rows.ts'
import { mergesOf } from '../../store/merges.ts'
import { trashSince } from '../../store/trash.ts'
import { editOf } from '../../store/write.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLive } from '../app/use-live.ts'
import { useSave } from '../app/use-save.ts'
import { useIsMe, useMemberName } from '../app/use-team.ts'
import { Button } from '../parts/button.tsx'
import line from '../parts/line.module.css'
import { Group } from '../parts/page.tsx'
import text from '../parts/text.module.css'
import { FieldValue } from '../record/field-value.tsx'
import style from './twins.module.css'

type Props = { type: RecordType; row: AnyRow }
/** What was merged into a record: what the others had that it lacks or has differently, and the way back. */
export const MergedFrom = ({ type, row }: Props) => {
  const { space } = useApp()
  const others = useLive(() => mergedWith(space, type.table, row.id), [type.table, row.id])
  return (
    <>
      {others?.map((other) => (
        <Merged key={other.id} type={type} row={row} other={mergesOf(space).led(type.table, other)} />
      ))}
    </>
  )
}

const lacking = (value: unknown, others: unknown): unknown => {
  if (!Array.isArray(others)) return others === value ? undefined : others
  const left = others.filter((one) => !Array.isArray(value) || !value.includes(one))
  return left.length > 0 ? left : undefined
}

const Merged = ({ type, row, other }: Props & { other: AnyRow }) => {
  const { space, speech } = useApp()
  const app = useWords(appWords)
  const words = useWords(twinWords)
  const [isMine, nameOf] = [useIsMe(), useMemberName()]
  const save = useSave()
  const title = String(other[type.summary[0] ?? ''] ?? '') || app.untitled
  const day = shortDate(speech.language, dayOf(other.updatedAt))
  const names = Object.keys(type.fields).filter(
    (name) => !type.fields[name]?.quiet && lacking(row[name], other[name]) !== undefined,
  )
  const take = (name: string) => {
    const [present, more] = [row[name], lacking(row[name], other[name])]
    const value = Array.isArray(more) ? [...(Array.isArray(present) ? present : []), ...more] : more
    return save([editOf(type.table, row, { [name]: value })], { text: words.taken(speech.field(type, name)) })
  }
  const separate = async () => save(await separating(space, type.table, row, other), { text: words.separated })
  const mayBack = other.updatedAt > trashSince(space)
  if (names.length === 0 && !mayBack) return null
  return (
    <Group heading={words.mergedWith(title)}>
      <p class={text.soft}>
        {isMine(other.updatedBy) ? words.mergedByYou(day) : words.mergedOn(day, nameOf(other.updatedBy))}
      </p>
      <p class={text.soft}>{names.length > 0 ? words.hadToo : words.hadNothing}</p>
      <ul>
        {names.map((name) => {
          const label = speech.field(type, name)
          return (
            <li key={name} class={line.line}>
              <span class={line.text}>
                <span class={line.detail}>{label}</span>
                <FieldValue type={type} name={name} value={lacking(row[name], other[name])} />
              </span>
              <button type="button" class={line.act} aria-label={words.takeThis(label)} onClick={() => void take(name)}>
                {words.take}
              </button>
            </li>
          )
        })}
      </ul>
      {mayBack && (
        <div class={style.back}>
          <Button onClick={() => void separate()}>{words.separate}</Button>
        </div>
      )}
    </Group>
  )
}
