import { useEffect, useState } from 'preact/hooks'
import type { Filters } from '../../store/filter-names.ts'
import type { idsMatching } from '../../store/filters.ts'
import { howMany, listed } from '../../store/read.ts'
import { type Summary, summariesOf } from '../../store/summaries.ts'
import { useApp } from '../app/app-context.ts'
import { useIndexReady } from '../app/use-index.ts'
import { useLive } from '../app/use-live.ts'

/** The filters' own code, fetched when a list is first narrowed. */
const useMatcher = (needed: boolean): typeof idsMatching | undefined => {
  const [matcher, setMatcher] = useState<{ idsMatching: typeof idsMatching }>()
  useEffect(() => {
    if (needed) import('../../store/filters.ts').then(setMatcher, () => {})
  }, [needed])
  return matcher?.idsMatching
}

/** What stands above a list at least and the least height of a line, in CSS pixels. */
const [above, line] = [100, 64]
/** A page that opens in the background has no height yet. */
const usual = 900
/** As many lines as a screen may hold: what nobody sees yet is not drawn at each letter. */
export const atFirst = Math.ceil(((innerHeight || usual) - above) / line)

export type ContactList = {
  /** Undefined while it is not known yet. */
  rows: readonly Summary[] | undefined
  /** Undefined while nobody has counted. */
  total: number | undefined
}

const unknown: ContactList = { rows: undefined, total: undefined }

/**
 * The rows of a tab. The first ones come straight from the database, so that the list never waits; once the index is
 * there it answers everything, and until then nothing is said to be absent.
 */
export const useContactList = (table: string, query: string, filters: Filters, limit: number): ContactList => {
  const { space, index } = useApp()
  const ready = useIndexReady()
  const filtered = Object.keys(filters).length > 0
  const rows = useLive(
    async () => (ready ? undefined : summariesOf(space, table, await listed(space, table, atFirst))),
    [table, ready],
  )
  // Once they are there: counting looks at every row of the table, and what is read meanwhile waits behind it.
  const counts = !ready && rows !== undefined
  const total = useLive(async () => (counts ? howMany(space, table) : undefined), [table, counts])
  const matcher = useMatcher(filtered)
  const matching = useLive(
    async () => (filtered ? matcher?.(space, table, filters) : undefined),
    [table, filters, matcher !== undefined],
  )
  const fits = matching && (({ id }: Summary) => matching.has(id))
  const unasked = () => {
    const rows = fits ? index.all(table).filter(fits) : index.all(table)
    return { rows: rows.slice(0, limit), total: rows.length }
  }
  // Asked before it is ready too: that fetches it at once.
  const found = query.trim() ? index.search(table, query, limit, fits) : unasked()
  if (ready) return filtered && !matching ? unknown : found
  return filtered || query ? unknown : { rows, total }
}
