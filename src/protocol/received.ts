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

/**
 * A row after news of it: fields as the server has them, and over them what this phone has changed and not sent yet, in
 * the order it was done. `rev` and `sort` are the store's to renew.
 */
export const afterNews = (row: AnyRow | undefined, news: News, waiting: readonly Change[]): AnyRow => {
  const arrived = row?.arrived && { arrived: row.arrived }
  const before = row && !news.born ? row : { ...unborn(news), ...arrived }
  const fields = Object.fromEntries(
    Object.entries(news.fields).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  )
  const kept = Object.fromEntries(Object.entries(before).filter(([name]) => !(name in news.fields))) as AnyRow
  const others = Object.entries(kept.versions ?? {}).filter(([name]) => !(name in news.fields))
  const versions = { ...Object.fromEntries(others), ...news.versions }
  const { versions: _, ...bare } = kept
  const after = {
    ...bare,
    ...fields,
    seq: news.seq,
    updatedAt: iso(news.at),
    updatedBy: news.by,
    ...(Object.keys(versions).length > 0 && { versions }),
  } as AnyRow
  return waiting.reduce((known, change) => applied(known, change.fields) as AnyRow, after)
}
