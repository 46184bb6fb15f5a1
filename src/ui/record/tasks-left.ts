import type { RecordType } from '../../domain/record.ts'
import { task } from '../../domain/records/task.ts'
import type { Speech } from '../../i18n/language.ts'
import type { Space } from '../../store/space.ts'
import { birth, type Edit } from '../../store/write.ts'
import { aboutOf } from './draft-title.ts'
import type { TypedValues } from './face.ts'
import { readDay } from './read-moment.ts'
import { oneOf } from './typed.ts'

type Values = Readonly<Record<string, unknown>>

/** The kind of task that a value of this field makes; undefined where it leaves nothing to do. */
export const taskKindOf = (type: RecordType, name: string, value: unknown): string | undefined => {
  const { toDo } = type.fields[name] ?? {}
  return toDo && typeof value === 'string' && Object.hasOwn(toDo, value) ? toDo[value] : undefined
}
/** Under which name a form and its draft hold the day for which what was chosen in a field is to be done. */
export const dayKey = (name: string) => `${name}/day`

/** Where a task of this row points: to the row itself, and to the first of each table that it points to. */
const linksOf = (type: RecordType, row: { readonly id: string } & Values) =>
  Object.entries<{ to?: string }>(task.fields).flatMap(([name, { to }]) => {
    const [linked] = Object.keys(type.fields).flatMap((one) => (type.fields[one]?.to === to ? (row[one] ?? []) : []))
    const id = to === type.table ? row.id : to && linked
    return id ? [[name, id]] : []
  })

type Saved = {
  type: RecordType
  /** The row as it will be. */
  row: { readonly id: string } & Values
  /** The fields that leave something to do. */
  names: readonly string[]
  typed: TypedValues
}
/** What is to be done after what was chosen, each a task of one's own that is tied to whom the record is about. */
export const tasksLeft = async (space: Space, speech: Speech, { type, row, names, typed }: Saved): Promise<Edit[]> => {
  // Without the name it is a task all the same; what keeps from reading keeps from saving, and is told there.
  const about = names.length > 0 ? await aboutOf(space, type, { ...row, ...typed }).catch(() => '') : ''
  return names.map((name) => {
    const title = [speech.option(type, name, String(row[name])), about].filter(Boolean).join(' · ')
    const dueOn = readDay(oneOf(typed[dayKey(name)] ?? ''))
    return birth(space, task.table, {
      ...{ title: title.slice(0, 200), kind: taskKindOf(type, name, row[name]), owner: space.me, source: 'typed' },
      ...(dueOn && { dueOn }),
      ...Object.fromEntries(linksOf(type, row)),
    })
  })
}
