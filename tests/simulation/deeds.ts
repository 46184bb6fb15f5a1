import type { AnyRow } from '../../src/domain/record.ts'
import type { Space } from '../../src/store/space.ts'
import { birth, type Edit, editOf, save } from '../../src/store/write.ts'
import type { SimPhone } from './sim-phone.ts'
import type { Step } from './steps.ts'

const single = ['town', 'name', 'addressLine1', 'phone'] as const
const tags = ['industrie', 'textile', 'bois'] as const
const at = <T>(from: readonly T[], share: number): T | undefined => from[Math.floor(share * from.length)]

const rowsOf = (phone: SimPhone): AnyRow[] =>
  [...phone.disk.rowsOf('organisations').values()].sort((x, y) => (String(x.id) < String(y.id) ? -1 : 1)) as AnyRow[]
/** Half of all edits meet on one row, and most of those on one field. */
export const rowFor = (phone: SimPhone, { a, b }: Step): AnyRow | undefined => {
  const rows = rowsOf(phone)
  return a < 0.5 ? rows[0] : at(rows, b)
}

type Deed = (space: Space, phone: SimPhone, step: Step, word: string) => Edit | undefined
const onRow =
  (make: (row: AnyRow, step: Step, word: string, phone: SimPhone) => Record<string, unknown> | undefined): Deed =>
  (_, phone, step, word) => {
    const row = rowFor(phone, step)
    const values = row && make(row, step, word, phone)
    return row && values && editOf('organisations', row, values)
  }

/** What a person does in the app, as one save. `word`: unlike any other, and tells the campus it belongs to. */
const deeds = {
  note: (space, _, { c }, word) => birth(space, 'organisations', { name: word, ...(c < 0.5 && { town: word }) }),
  edit: onRow((_, { c, d }, word) =>
    c > 0.95 ? { latitude: d } : { [(c < 0.6 ? 'town' : at(single, (c - 0.6) / 0.35)) as string]: word },
  ),
  list: onRow((row, { c, d }) => {
    const now = (row.tags as string[] | undefined) ?? []
    const tag = at(tags, c) as string
    return { tags: d < 0.6 ? [...new Set([...now, tag])] : now.filter((one) => one !== tag) }
  }),
  delete: onRow((row, _, __, phone) =>
    row.deletedAt ? undefined : { deletedAt: new Date(phone.clock()).toISOString() },
  ),
  restore: onRow((row) => (row.deletedAt ? { deletedAt: undefined } : undefined)),
  merge: onRow((row, { c }, _, phone) => {
    const other = at(rowsOf(phone), c)
    return other && other.id !== row.id ? { mergedInto: row.mergedInto ? undefined : other.id } : undefined
  }),
  settle: onRow((row, { d }, word) => {
    const [field, version] = Object.entries(row.versions ?? {})[0] ?? []
    return field ? { [field]: d < 0.7 ? version?.value : word } : undefined
  }),
  // The page was opened before, and news came meanwhile.
  late: (_, phone, { c }, word) => {
    const row = phone.opened()
    return row && editOf('organisations', row, { [c < 0.6 ? 'town' : 'name']: word })
  },
  long: onRow((_, __, word) => ({ addressLine2: word.padEnd(1_500, '…') })),
  // Tables that earlier builds do not know, and a field that only a later one does.
  person: (space, _, __, word) => (space.catalog.people ? birth(space, 'people', { name: word }) : undefined),
  future: onRow((_, __, word) => ({ futureField: word })),
  minutes: (space, _, __, word) => (space.catalog.minutes ? birth(space, 'minutes', { title: word }) : undefined),
  // A build with a fault in it: the server will never take this.
  poison: (_, phone, step, word) => {
    const row = rowFor(phone, step)
    return (
      row && { table: 'organisations', row: row.id, fields: { addressLine2: word, partnerSince: word }, seen: row.seq }
    )
  },
} satisfies Record<string, Deed>
export type DeedKind = keyof typeof deeds
export const isDeed = (kind: string): kind is DeedKind => kind in deeds

/** Saves as a page would; nothing happens on a phone that is off, or where there is nothing to do it to. */
export const act = async (phone: SimPhone, kind: DeedKind, step: Step, word: string): Promise<void> => {
  const space = phone.space()
  const edit = space && deeds[kind](space, phone, step, word)
  if (!space || !edit) return
  phone.looksAt(kind === 'late' ? phone.opened() : rowsOf(phone).find(({ id }) => id === edit.row))
  await save(space, [edit])
  phone.saved()
}
