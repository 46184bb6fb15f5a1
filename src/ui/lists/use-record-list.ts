import { useEffect, useMemo, useState } from 'preact/hooks'
import { followList, listIndexOf } from '../../store/list-index.ts'
import { listed } from '../../store/read.ts'
import type { Entry, Facets } from '../../store/search-index.ts'
import { type Summary, summariesOf } from '../../store/summaries.ts'
import { useApp } from '../app/app-context.ts'
import { useLive } from '../app/use-live.ts'

/** By field, what the list is narrowed to. */
export type Chosen = Readonly<Record<string, string>>

const fits =
  (chosen: Chosen) =>
  ({ facets }: Entry): boolean =>
    Object.entries(chosen).every(([name, wanted]) => facets?.[name]?.includes(wanted))

/** What some entries may be narrowed to: by field, the values that are there. */
const valuesIn = (entries: readonly Entry[]): Facets => {
  const found = new Map<string, Set<string>>()
  for (const { facets = {} } of entries)
    for (const [name, values] of Object.entries(facets)) {
      const known = found.get(name) ?? new Set()
      found.set(name, known)
      for (const value of values) known.add(value)
    }
  return Object.fromEntries([...found].map(([name, values]) => [name, [...values]]))
}

export type RecordList = {
  /** Undefined while it is not known yet. */
  readonly rows: readonly Summary[] | undefined
  readonly total: number | undefined
  readonly facets: Facets
}

/** The rows of a list that answer what is asked: the first ones at once, all of them when the index has read them. */
export const useRecordList = (
  table: string,
  query: string,
  chosen: Chosen,
  limit: number,
  withFacets: boolean,
): RecordList => {
  const { space, fail } = useApp()
  const index = listIndexOf(space)
  const [version, redraw] = useState(0)
  useEffect(() => index.subscribe(() => redraw((n) => n + 1)), [index])
  useEffect(() => followList(space, fail), [space, fail])
  const ready = index.isReady()
  const facets = useMemo(
    () => (ready && withFacets ? valuesIn(index.all(table)) : {}),
    [index, table, version, ready, withFacets],
  )
  const first = useLive(
    async () => (ready ? undefined : summariesOf(space, table, await listed(space, table, limit))),
    [table, ready],
  )
  const narrowed = Object.keys(chosen).length > 0
  if (!ready) return { rows: query || narrowed ? undefined : first, total: undefined, facets }
  const all = index.all(table)
  if (query.trim()) return { ...index.search(table, query, limit, fits(chosen)), facets }
  const rows = narrowed ? all.filter(fits(chosen)) : all
  return { rows: rows.slice(0, limit), total: rows.length, facets }
}
