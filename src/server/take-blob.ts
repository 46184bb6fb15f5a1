import { createHash } from 'node:crypto'
import { mayBe } from '../domain/media-types.ts'
import { attachment } from '../domain/records/attachment.ts'
import { mostOfBlob } from '../protocol/blob-message.ts'
import { failpoint } from './failpoint.ts'
import { failure } from './failure.ts'
import type { House } from './house.ts'
import type { Reading, StoredBlob, Writing } from './ledger.ts'
import { unpacked } from './row-text.ts'
import { type Asker, sessionOf } from './session.ts'

const DAY = 86_400_000
/** What one device may begin to send within a day, in bytes. */
export const MOST_A_DAY = 500_000_000
/** Less than this is kept only where it is the end: a link that drips would fill the table. In bytes. */
const LEAST = 4_096

/** `at`: from which byte on they are; `row`: of attachments, which names them. */
export type Brought = { sha: string; row: string; at: number; bytes: Buffer }
/** `at`: so many bytes are there; `told`: the number others have to hear of, 0 for none. */
export type BlobTaken = { at: number; told: number }

/** What the row says of the bytes. @throws Failure `unreferenced` when it names others, or is not there. */
const referenced = async (at: Reading, { sha, row }: Brought): Promise<{ size: number; type: string }> => {
  const [found] = await at.rows([{ table: attachment.table, row }])
  const { fields } = found ? unpacked(found.state) : { fields: undefined }
  if (fields?.sha?.v !== sha) throw failure('unreferenced')
  return { size: Number(fields.size?.v), type: String(fields.mediaType?.v) }
}

const begun = async (at: Writing, sha: string, device: string, named: { size: number; type: string }, now: number) => {
  const isSize = Number.isSafeInteger(named.size) && named.size > 0 && named.size <= mostOfBlob
  if (!isSize) throw failure('too-large', { maxBytes: mostOfBlob })
  if ((await at.begunBy(device, now - DAY)) + named.size > MOST_A_DAY) throw failure('too-many')
  const blob = { sha, ...named, device }
  await at.addBlob(blob)
  return { ...blob, received: 0 }
}

const digestOf = async (at: Reading, { sha, size }: StoredBlob): Promise<string> => {
  const hash = createHash('sha256')
  for (let from = 0; from < size; ) {
    const chunk = await at.chunk(sha, from)
    if (!chunk?.length) break
    hash.update(chunk)
    from += chunk.length
  }
  return hash.digest('hex')
}

const looked = async (at: Reading, blob: StoredBlob) => {
  if ((await digestOf(at, blob)) !== blob.sha) return failure('mismatch')
  return mayBe(blob.type, (await at.chunk(blob.sha, 0)) ?? Buffer.alloc(0)) ? undefined : failure('wrong-type')
}

/** The outcome of a transaction that keeps what it did, though the answer is a failure. */
type Outcome = BlobTaken | ReturnType<typeof failure>

const taken = async (at: Writing, brought: Brought, device: string, now: number): Promise<Outcome> => {
  const { sha } = brought
  const named = await referenced(at, brought)
  const known = await at.blob(sha)
  // Of two rows that name the same bytes one is wrong about their size; the last chunk tells which.
  const isOther = known !== undefined && known.received < known.size && known.size !== named.size
  if (isOther) await at.dropBlob(sha)
  const blob = known && !isOther ? known : await begun(at, sha, device, named, now)
  const [from, end] = [blob.received, brought.at + brought.bytes.length]
  if (brought.at > from || end <= from || from === blob.size) return { at: from, told: 0 }
  if (end > blob.size) throw failure('invalid')
  // A browser may say again by itself what was cut: what came the first time is here.
  const bytes = brought.bytes.subarray(from - brought.at)
  if (bytes.length < LEAST && end < blob.size) return { at: from, told: 0 }
  await at.addChunk(sha, from, bytes)
  failpoint('in-chunk')
  if (end < blob.size) return { at: end, told: 0 }
  const fault = await looked(at, blob)
  if (fault) await at.dropBlob(sha)
  return fault ?? { at: end, told: (await at.campus())?.seq ?? 0 }
}

/**
 * Takes some bytes of an attachment whose row is here already; those that are not the next ones are passed over, and the
 * answer tells which are. The last ones are taken only if all of them are what they were said to be.
 * @throws Failure `not-found`, `unreferenced`, `too-large`, `too-many`, `invalid`, `mismatch`, `wrong-type`.
 */
export const takeBlob = async (house: House, campus: string, asker: Asker, brought: Brought): Promise<BlobTaken> => {
  const now = house.now()
  const session = async (at: Reading) => {
    const known = await sessionOf(at, asker, now)
    if (!known) throw failure('not-found')
    return known
  }
  if (brought.bytes.length === 0)
    return house.ledger.read(campus, async (at) => {
      await session(at)
      await referenced(at, brought)
      return { at: (await at.blob(brought.sha))?.received ?? 0, told: 0 }
    })
  const outcome = await house.ledger.write(campus, async (at) => taken(at, brought, (await session(at)).device, now))
  if (outcome instanceof Error) throw outcome
  return outcome
}
