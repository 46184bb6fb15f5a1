import type { OtherVersion } from '../domain/record.ts'
import type { News } from './sync-message.ts'

export type FieldValue = string | number | boolean | null | string[]

/** One field of one row as the server holds it. Short names: there is one of these for each value of a campus. */
export type FieldState = {
  /** The value; `null`: emptied. */
  v: FieldValue
  /** The number under which it was last touched. */
  n: number
  /** The value was given by nobody since a restore: somebody who had heard it said so. */
  h?: true
  /** Somebody had heard it after what they sent themselves since a restore: it is their word until its author sends it. */
  s?: true
  /** The number under which the value was given, where others that lost to it came after. */
  g?: number
  /** The last number under which somebody else than `d` has to hear of it, or `d` too when what it sent did not stand as sent. */
  p: number
  /** When the value was given, ms since 1970 by the server's clock. */
  t: number
  by: string
  /** The device it came from, and its change. */
  d: string
  c: string
  /** The version that lost, and the number under which it did. */
  o?: OtherVersion & { n: number }
}
export type RowState = {
  seq: number
  by: string
  at: number
  born: { by: string; at: number; n: number; d: string }
  /** The number under which it was last brought back from the trash: phones may have forgotten it, and hear all of it. */
  again?: number
  /** The latest number, of those a restore lost, up to which somebody told what they had heard of the row. */
  heard?: number
  fields: Record<string, FieldState>
}

/**
 * How much of the campus a phone has: all up to `since`, its own changes included unless `whole`. `trashFrom`: what was
 * deleted before it, in ms since 1970, is out of the trash; absent: nothing is.
 */
export type Seen = { since: number; device: string; whole: boolean; trashFrom?: number }

const isNews = (field: FieldState, { since, device }: Seen) => (field.d === device ? field.p : field.n) > since

const bare = ({ n: _, ...version }: NonNullable<FieldState['o']>): OtherVersion => version

/** What of a row this phone has yet to hear, all of it when it may not have the row; undefined when nothing. */
export const newsOf = (table: string, row: string, state: RowState, seen: Seen): News | undefined => {
  const isUnheard = state.born.n > seen.since && state.born.d !== seen.device
  const isNew = seen.whole || isUnheard || (state.again ?? 0) > seen.since
  const { deletedAt } = state.fields
  // Who never had the row need not hear that it is gone. By the moment that is shown, as phones forget it.
  const isOut = typeof deletedAt?.v === 'string' && Date.parse(deletedAt.v) < (seen.trashFrom ?? 0)
  if (isUnheard && !seen.whole && isOut) return undefined
  const fields: News['fields'] = {}
  const versions: NonNullable<News['versions']> = {}
  for (const [name, field] of Object.entries(state.fields)) {
    if (!isNew && !isNews(field, seen)) continue
    if (!isNew || field.v !== null) fields[name] = field.v
    if (field.o) versions[name] = bare(field.o)
  }
  if (!isNew && Object.keys(fields).length === 0) return undefined
  const { by, at } = state.born
  return {
    ...{ table, row, seq: state.seq, by: state.by, at: state.at },
    ...(isNew && { born: { by, at } }),
    fields,
    ...(Object.keys(versions).length > 0 && { versions }),
  }
}
