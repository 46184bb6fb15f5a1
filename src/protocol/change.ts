import * as z from 'zod/mini'

const members = z.array(z.string())
/** A collection travels as what was added and what was dropped, so that two people's additions add up. */
export const collectionChange = z.object({ add: z.optional(members), drop: z.optional(members) })

/** What was written in a text that several people write travels as a Yjs update, in base64: see text-doc.ts. */
export const textChange = z.object({ text: z.string() })

/** One field took a value (`null`: it was emptied), was written in, or a collection gained and lost members. */
export const fieldChange = z.union([z.string(), z.number(), z.boolean(), z.null(), textChange, collectionChange])

/** Who gave a value, or made a row, and when: ms since 1970 by the server's clock. */
const made = z.object({ by: z.string().check(z.maxLength(100)), at: z.number() })
/**
 * What a phone had heard from others before the server was restored from a backup, and says again: by whom and when it was
 * last written there, as far as the phone knows; `base` is the number under which it was heard.
 */
export const heard = z.extend(made, {
  /** The fields are all there was in the row, `but` for those named. */
  row: z.optional(z.object({ born: made, but: z.optional(z.array(z.string()).check(z.maxLength(400))) })),
  /** The values had lost, and lay beside those that stood. */
  beside: z.optional(z.boolean()),
})

/** What travels: some fields of one record took values, by someone who had seen this much. Stored in the outbox as it will be sent. */
export const change = z.object({
  /** This device's own count: the key of the outbox, the watermark of acks. */
  n: z.int().check(z.positive()),
  /** Minted in the transaction that shows the change: the same number with another id comes from a copied device. */
  id: z.string().check(z.maxLength(40)),
  device: z.string(),
  schema: z.int(),
  table: z.string(),
  row: z.string(),
  /** The server's number of the row as this person had seen it; 0: never seen there. */
  base: z.int(),
  /** The device's clock, in ms since 1970. */
  at: z.number(),
  /** Server clock minus device clock as last known, in ms; absent: none. */
  offset: z.optional(z.number()),
  fields: z.record(z.string(), fieldChange),
  /** Absent: this person's own words. */
  heard: z.optional(heard),
})

export type CollectionChange = z.infer<typeof collectionChange>
export type TextChange = z.infer<typeof textChange>
export type FieldChange = z.infer<typeof fieldChange>
export type FieldChanges = Record<string, FieldChange>
export type Heard = z.infer<typeof heard>
export type Change = z.infer<typeof change>
