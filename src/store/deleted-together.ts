import type { AnyRow, RecordType } from '../domain/record.ts'
import { grouped } from './grouped.ts'
import type { Space } from './space.ts'
import { inTrash } from './trash.ts'
import { type Edit, editOf } from './write.ts'

/** A row in the trash. */
export type Gone = { readonly table: string; readonly row: AnyRow & { readonly deletedAt: string } }

const targetsOf = (type: RecordType | undefined, row: AnyRow): string[] =>
  Object.entries(type?.fields ?? {}).flatMap(([name, { to }]) => (to ? [row[name] ?? []].flat().map(String) : []))

/**
 * Those of one moment that lead to one another, and files of one record. Acts have no name that travels: many deletions
 * may take place at one moment where the direction agrees to them, and only a common act is likely to have taken what hangs together.
 */
const hanging = ({ catalog }: Space, some: readonly Gone[]): Gone[][] => {
  const ids = new Set(some.map(({ row }) => row.id))
  const led = new Map<string, string>()
  const end = (id: string): string => {
    let at = id
    for (let next = led.get(at); next !== undefined; next = led.get(at)) at = next
    return at
  }
  for (const { table, row } of some)
    for (const to of targetsOf(catalog[table], row)) {
      const [here, there] = [end(row.id), end(to)]
      if (here !== there && (ids.has(to) || catalog[table]?.isFile)) led.set(here, there)
    }
  return [...grouped(some, ({ row }) => end(row.id)).values()]
}

/** What is in the trash, by the act that took it away: the latest first, each headed by what the others are about. */
export const deletedTogether = async (space: Space): Promise<Gone[][]> => {
  // A person comes before what was had with them: the catalog names first what the rest leads to.
  const types = Object.values(space.catalog).filter(({ small }) => !small)
  const found = await Promise.all(
    types.map(async ({ table }) => (await inTrash(space, table)).map((row) => ({ table, row }) as Gone)),
  )
  const moments = grouped(found.flat(), ({ row }) => row.deletedAt)
  return [...moments].sort(([a], [b]) => b.localeCompare(a)).flatMap(([, some]) => hanging(space, some))
}

/** What one act took away with this row, the row among it. */
export const deletedWith = async (space: Space, one: Gone): Promise<Gone[]> =>
  (await deletedTogether(space)).find((some) => some.some(({ row }) => row.id === one.row.id)) ?? [one]

/** What brings back all that one act took away. */
export const restoring = (gone: readonly Gone[]): (Edit | undefined)[] =>
  gone.map(({ table, row }) => editOf(table, row, { deletedAt: null }))
