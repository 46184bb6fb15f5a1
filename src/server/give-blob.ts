import { failure } from './failure.ts'
import type { House } from './house.ts'
import { type Asker, sessionOf } from './session.ts'

/** `size` in bytes. */
export type GivenBlob = { size: number; body: ReadableStream<Uint8Array> }

/**
 * All bytes of an attachment, a chunk at a time.
 * @throws Failure `not-found` for those that are not all here, as for a campus the device is no member of.
 */
export const giveBlob = async (house: House, campus: string, asker: Asker, sha: string): Promise<GivenBlob> => {
  const blob = await house.ledger.read(campus, async (at) =>
    (await sessionOf(at, asker, house.now())) ? at.blob(sha) : undefined,
  )
  if (!blob || blob.received < blob.size) throw failure('not-found')
  let from = 0
  const body = new ReadableStream<Uint8Array>({
    pull: async (out) => {
      const chunk = from < blob.size ? await house.ledger.read(campus, (at) => at.chunk(sha, from)) : undefined
      if (!chunk) return out.close()
      from += chunk.length
      out.enqueue(chunk)
    },
  })
  return { size: blob.size, body }
}
