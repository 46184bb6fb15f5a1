import * as z from 'zod/mini'
import { protocolNumber } from './sync-message.ts'

/**
 * The bytes of attachments, apart from the changes. `PATCH /api/c/<campus>/blobs/<sha>` brings some of them, from a byte on;
 * without a body it asks how many are there. It may be cut and repeated at will: what came is kept, and the answer tells
 * from where to go on. `GET` of the same address gives all of them, as `blobType`, which no portal has.
 */
export const blobType = 'application/vnd.maillage.blob'
/** From which byte on the body is. */
export const offsetHeader = 'Maillage-Offset'
/** The row of `attachments` that names these bytes: the server must have it before. */
export const rowHeader = 'Maillage-Row'

/** The most bytes of one request. */
export const mostOfChunk = 256 * 1024
/** The most bytes of one file. */
export const mostOfBlob = 20_000_000

export const isSha = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

/** `at`: so many bytes are there, and looked at when that is all of them. */
export const blobReply = z.object({ p: z.literal(protocolNumber), sha: z.string(), at: z.int() })

/** Why the server does not take the bytes; beside `not-found`, `invalid`, `too-large` and `too-many` (today, from this device). */
export const blobRefusals = [
  /** No row of `attachments` that it has names them. */
  'unreferenced',
  /** They are not those that their address names: what came is forgotten. */
  'mismatch',
  /** They are not of the type that their row says. */
  'wrong-type',
] as const
export type BlobReply = z.infer<typeof blobReply>
