import { eachMonth, monthOf } from '../domain/indicators/months.ts'
import type { AnyRow } from '../domain/record.ts'
import { listed } from './read.ts'
import type { Space } from './space.ts'

/** What lists may be narrowed to, as far as it depends on what was noted here. */
export type FilterChoices = {
  /** Latest first. */
  readonly events: readonly { readonly id: string; readonly name: string }[]
  readonly localSectors: readonly string[]
  /** Basins and departments. */
  readonly territories: readonly string[]
  /** From the latest exchange back to the first, `YYYY-MM`. */
  readonly months: readonly string[]
}

const distinct = (rows: readonly AnyRow[], fields: readonly string[]): string[] => {
  const found = rows.flatMap((row) => fields.flatMap((name) => (row[name] as string | string[] | undefined) ?? []))
  return [...new Set(found)].filter(Boolean).sort(new Intl.Collator('fr').compare)
}

/** Every month since the first exchange, latest first; none before there is one. */
export const monthsNoted = async (space: Space): Promise<string[]> => {
  const ordered = () => space.db.table<AnyRow, string>('exchanges').orderBy('sort')
  const [first, last] = await Promise.all([ordered().first(), ordered().last()])
  if (!first?.at || !last?.at) return []
  return eachMonth(`${monthOf(String(first.at))}/${monthOf(String(last.at))}`).reverse()
}

export const filterChoices = async (space: Space): Promise<FilterChoices> => {
  const [events, structures, months] = await Promise.all([
    listed(space, 'events'),
    listed(space, 'organisations'),
    monthsNoted(space),
  ])
  return {
    events: events.map((row) => ({ id: row.id, name: String(row.name ?? '') })),
    localSectors: distinct(structures, ['localSectors']),
    territories: distinct(structures, ['basin', 'department']),
    months,
  }
}
