import type { AnyRow } from '../domain/record.ts'
import type { Change } from './change.ts'
import { applied } from './fields.ts'
import type { News } from './sync-message.ts'

const iso = (ms: number) => new Date(ms).toISOString()

/** A row the phone did not have, before anything is known of its fields. */
const unborn = ({ row, by, at, born = { by, at } }: News): AnyRow => ({
  id: row,
  createdAt: iso(born.at),
  createdBy: born.by,
  updatedAt: iso(at),
  updatedBy: by,
  seq: 0,
  rev: 0,
})

/** What is told of the versions that lost, and what was known of those in fields nothing is told of. */
const versionsAfter = (before: AnyRow, news: News, waiting: readonly Change[]) => {
  const others = Object.entries(before.versions ?? {}).filter(([name]) => !(name in news.fields))
  const all = { ...Object.fromEntries(others), ...news.versions }
  // Who changed a field and has not sent it yet settles it, or is told again.
  const left = Object.entries(all).filter(([name]) => !waiting.some(({ fields }) => name in fields))
  return left.length > 0 && { versions: Object.fromEntries(left) }
}

/**
 * A row after news of it: fields as the server has them, and over them what this phone has changed and not sent yet, in
 * the order it was done. News that tells the row's birth tells all of it: what is not in it is not there.
 * `rev` and `sort` are the store's to renew.
 */
export const afterNews = (row: AnyRow | undefined, news: News, waiting: readonly Change[]): AnyRow => {
  const arrived = row?.arrived && { arrived: row.arrived }
  const before = row && !news.born ? row : { ...unborn(news), ...arrived }
  const fields = Object.fromEntries(
    Object.entries(news.fields).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  )
  const kept = Object.fromEntries(
    Object.entries(before).filter(([name]) => name !== 'versions' && !(name in news.fields)),
  )
  const after = {
    ...kept,
    ...fields,
    seq: news.seq,
    updatedAt: iso(news.at),
    updatedBy: news.by,
    ...versionsAfter(before, news, waiting),
  } as AnyRow
  return waiting.reduce((known, change) => applied(known, change.fields) as AnyRow, after)
}
