import * as z from 'zod/mini'
import { change } from './change.ts'
import type { Form } from './packed.ts'

/**
 * What phone and server say in one round trip: `POST /api/c/<campus>/sync`, the device in the header below. It is said for
 * each field that changes, so what goes without saying is left out.
 */
export const protocolNumber = 1
export const messageType = 'application/vnd.maillage+json'
/** A request or reply of one round trip whose values travel by their place: see packed.ts. Failures never do. */
export const packedType = 'application/vnd.maillage.packed+json'
/** Names the device whose session is meant: one browser may hold several. */
export const deviceHeader = 'Maillage-Device'
/** How many rows a page holds when nobody asks for more or fewer. */
export const usualPage = 500

/** A change on its way; its device is the session's, and told once. */
export const sentChange = z.omit(change, { device: true })

export const syncRequest = z.object({
  p: z.literal(protocolNumber),
  /** Minted for each request and echoed: portals, proxies and caches answer too. */
  rid: z.string().check(z.maxLength(40)),
  /** The server's epoch as last known; absent before the first reply. */
  epoch: z.optional(z.string()),
  /** The last reply's: rows past this number come next. */
  cursor: z.int(),
  /**
   * The cursor of the last reply that had no `left`; absent when that is `cursor`. A row that moves past the pages while
   * they come is told from here on, or the fields it had would be missed.
   */
  since: z.optional(z.int()),
  /** The phone holds nothing of what it sent itself: that comes down too. Said again for each page, until none is left. */
  whole: z.optional(z.boolean()),
  /** How many rows the phone takes in one page; absent: `usualPage`. Earlier builds always tell it. */
  limit: z.optional(z.int()),
  /** Up to this number the phone no longer holds its changes. */
  gone: z.optional(z.int()),
  /** Of all the phone shows, see row-digest.ts: asked once in a while by one that has nothing to send or to fetch. */
  digest: z.optional(z.int()),
  /** In the order of their numbers, without a gap; absent: none. */
  changes: z.optional(z.array(sentChange)),
})

/** A number and an id come first, by which also a request that is too long to be read is known. */
export const packedRequest: Form = {
  places: ['p', 'rid', 'cursor', 'epoch', 'changes'],
  lists: { changes: { places: ['n', 'id', 'schema', 'table', 'row', 'base', 'at', 'fields'] } },
}

const value = z.union([z.string(), z.number(), z.boolean(), z.null()])

/** See `OtherVersion` in domain/record.ts. */
const otherVersion = z.object({
  value,
  by: z.string(),
  at: z.string(),
  kept: z.object({ by: z.string(), at: z.string() }),
})

/** Yjs updates in base64. */
const toldText = z.object({ whole: z.optional(z.boolean()), updates: z.array(z.string()) })

/** What of one row lies past the phone's cursor: fields as they are now, collections whole, `null` for an emptied field. */
export const news = z.object({
  table: z.string(),
  row: z.string(),
  seq: z.int(),
  /** The last edit: by whom, and when in ms since 1970 by the server's clock. */
  by: z.string(),
  at: z.number(),
  /** Of a row the phone may not have: all its fields are told, and what a phone has of it besides is not the server's. */
  born: z.optional(z.object({ by: z.string(), at: z.number() })),
  fields: z.record(z.string(), z.union([value, z.array(z.string())])),
  /** Of the texts told in `fields`: the updates the phone has not had, or the `whole` text as one. */
  texts: z.optional(z.record(z.string(), toldText)),
  /** The versions that lost, by field; a field told without one has none, or has no longer. */
  versions: z.optional(z.record(z.string(), otherVersion)),
})

/** Why the server did not take a change. */
export const refusalCodes = [
  'unknown-table',
  'invalid',
  'forbidden',
  'id-reuse',
  'too-large',
  /** Many deletions from one device: the direction says whether they take place. */
  'held',
  /** The direction said that the row stays. */
  'kept',
] as const

/** Numbers that were given and then lost with a restore: after the first, up to the second. */
const lost = z.tuple([z.int(), z.int()])

export const syncReply = z.object({
  p: z.literal(protocolNumber),
  rid: z.string(),
  /**
   * Absent: as asked; always told where a `limit` was, for earlier builds. Another one: the server was restored from a backup,
   * and this reply is the first page of the whole.
   */
  epoch: z.optional(z.string()),
  /** Told with another epoch: what a phone heard under these numbers it says again. Servers of before did not tell. */
  lost: z.optional(z.array(lost)),
  /** Ms since 1970 by the server's clock. */
  now: z.number(),
  /** All changes of this device up to this number were taken or refused, in this round or before. */
  acked: z.int(),
  /** Those among the changes of this request that were refused; `code` is one of `refusalCodes`. Their rows are told whole, and so are those of which something was heard. */
  refused: z.optional(z.array(z.object({ n: z.int(), code: z.string() }))),
  /** The phone's next cursor. */
  cursor: z.int(),
  rows: z.optional(z.array(news)),
  /** How many deletions wait for this member to say whether they take place; absent when none. */
  held: z.optional(z.int()),
  /** Whether the digest asked about is the server's; absent when none was, or something was written since the cursor. */
  digest: z.optional(z.enum(['same', 'other'])),
  /** How many rows are still to come after this page, counted up to a hundred pages; absent when none. */
  left: z.optional(z.int()),
})

export const packedReply: Form = {
  places: ['p', 'rid', 'now', 'acked', 'cursor', 'rows'],
  lists: { rows: { places: ['table', 'row', 'seq', 'by', 'at', 'fields'] } },
}

/**
 * Every answer that is not a success: `{ p, error }` and nothing of the inside. `rid`: of the request that was too large,
 * for on that word a phone sets a change aside; servers of before did not tell it.
 */
export const failure = z.object({
  p: z.literal(protocolNumber),
  error: z.string(),
  maxBytes: z.optional(z.int()),
  rid: z.optional(z.string()),
})

export type SentChange = z.infer<typeof sentChange>
export type SyncRequest = z.infer<typeof syncRequest>
export type News = z.infer<typeof news>
export type Lost = z.infer<typeof lost>
export type SyncReply = z.infer<typeof syncReply>
export type RefusalCode = (typeof refusalCodes)[number]
