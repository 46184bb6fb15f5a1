import type { AnyRow } from '../domain/record.ts'
import type { Change } from './change.ts'
import { applied } from './fields.ts'
import type { News } from './sync-message.ts'
import { withoutTexts } from './text-change.ts'

const iso = (ms: number) => new Date(ms).toISOString()

/** A row the phone did not have, before anything is known of its fields. */
const unborn = ({ row, by, at, born = { by, at } }: News, arrived: string | undefined): AnyRow => ({
  ...{ id: row, createdAt: iso(born.at), createdBy: born.by, updatedAt: '', updatedBy: by, seq: 0, rev: 0 },
  ...(arrived !== undefined && { arrived }),
})

/** What is told of the versions that lost, and what was known of those in fields nothing is told of. */
const versionsAfter = (before: AnyRow | undefined, news: News, waiting: readonly Change[]): AnyRow['versions'] => {
  if (!before?.versions && !news.versions) return undefined
  const others = Object.entries(before?.versions ?? {}).filter(([name]) => !(name in news.fields))
  const all = { ...Object.fromEntries(others), ...news.versions }
  // Who changed a field and has not sent it yet settles it, or is told again.
  const left = Object.entries(all).filter(([name]) => !waiting.some(({ fields }) => name in fields))
  return left.length > 0 ? Object.fromEntries(left) : undefined
}

/**
 * A row after news of it: fields as the server has them, and over them what this phone has changed and not sent yet, in
 * the order it was done. News that tells the row's birth tells all of it: what is not in it is not there.
 * `rev` and `sort` are the store's to renew. One pass, since a first download makes tens of thousands of them.
 */
export const afterNews = (row: AnyRow | undefined, news: News, waiting: readonly Change[]): AnyRow => {
  const before = news.born ? undefined : row
  const { versions: _, ...known } = before ?? unborn(news, row?.arrived)
  const after = known as AnyRow
  for (const [name, value] of Object.entries(news.fields)) {
    if (value === null || (Array.isArray(value) && value.length === 0)) delete after[name]
    else after[name] = value
  }
  after.seq = news.seq
  after.updatedAt = iso(news.at)
  after.updatedBy = news.by
  const versions = versionsAfter(before, news, waiting)
  if (versions) after.versions = versions
  // What lay beside what stood does not stand.
  const said = waiting.filter(({ heard }) => !heard?.beside)
  return said.reduce((known, change) => applied(known, withoutTexts(change.fields)) as AnyRow, after)
}
