import { mostOfChunk } from '../protocol/blob-message.ts'
import { bytesOf } from '../store/blobs.ts'
import { endOffer, nextOffer, type Offer, setOfferAside } from '../store/offers.ts'
import { shaOf } from '../store/sha.ts'
import type { Space } from '../store/space.ts'
import type { BlobAnswer, BringBlob } from './blob-answer.ts'
import type { RoundEnd } from './round.ts'

export type BlobQueueParts = {
  space: Space
  bring: BringBlob
  /** Whether files may use the network there is; the person may have said only a Wi-Fi. */
  mayUseNetwork: () => Promise<boolean>
  /** What the link was found to bear, in bytes; outlives the round. */
  link: Link
  signal: AbortSignal
  /** Called whenever it has got further. */
  progress: () => void
}

/** How much goes in one request, in bytes; how many have arrived in a row, and how many must before more is tried. */
export type Link = { chunk: number; row: number; longRow: number }
const leastChunk = 32 * 1024
/** After a cut more is tried late: browsers repeat what was cut by themselves, and do not tell. */
const longAfterCut = 64
export const firstLink = (): Link => ({ chunk: 64 * 1024, row: 0, longRow: 6 })

const arrived = (link: Link) => {
  link.row += 1
  if (link.row < link.longRow) return
  link.chunk = Math.min(mostOfChunk, link.chunk * 2)
  link.row = 0
}
const wasCut = (link: Link) => {
  link.chunk = Math.max(leastChunk, link.chunk / 4)
  link.row = 0
  link.longRow = longAfterCut
}

/** Bytes that came other than they left are sent anew so often, in one round. */
const mostMismatches = 2

const isIntact = async (sha: string, bytes: ArrayBuffer) => (await shaOf(bytes)) === sha

type Stopped = Exclude<BlobAnswer, { kind: 'at' }>

/** From where the server has it to its end. A cut is no end as long as the server got further by it. */
const carried = async (
  { bring, link, signal, progress }: BlobQueueParts,
  { sha, row }: Offer,
  bytes: ArrayBuffer,
): Promise<Stopped | undefined> => {
  let [known, mismatches] = [-1, 0]
  for (;;) {
    // 1. How many bytes are there.
    const asked = await bring({ sha, row, at: 0 }, signal)
    if (asked.kind !== 'at' || signal.aborted) return asked.kind === 'at' ? { kind: 'no-network' } : asked
    if (asked.at === bytes.byteLength) return undefined
    if (asked.at <= known) return { kind: 'no-network' }
    known = asked.at
    // 2. The next ones, and those after them, as long as they arrive.
    for (let at = asked.at; ; ) {
      const sent = bytes.slice(at, at + link.chunk)
      const told = await bring({ sha, row, at, bytes: sent }, signal)
      if (signal.aborted) return { kind: 'no-network' }
      if (told.kind === 'no-network') {
        wasCut(link)
        break
      }
      if (told.kind === 'refused' && told.code === 'mismatch' && mismatches < mostMismatches) {
        mismatches += 1
        known = -1
        break
      }
      if (told.kind !== 'at') return told
      progress()
      if (told.at === bytes.byteLength) return undefined
      if (told.at <= at) return { kind: 'server' }
      arrived(link)
      at = told.at
    }
  }
}

/**
 * Sends the bytes of attachments, one file after the other, each once the change that names it was acknowledged. All of it
 * may be cut, killed or repeated: the server tells from where to go on.
 */
export const sendOffers = async (parts: BlobQueueParts): Promise<RoundEnd> => {
  const { space, mayUseNetwork, signal } = parts
  for (;;) {
    const offer = await nextOffer(space)
    if (!offer || signal.aborted || !(await mayUseNetwork())) return {}
    const bytes = await bytesOf(space, offer.sha)
    if (!bytes || !(await isIntact(offer.sha, bytes))) {
      await setOfferAside(space, offer, 'damaged')
      continue
    }
    const stopped = await carried(parts, offer, bytes)
    if (!stopped) await endOffer(space, offer.sha)
    else if (stopped.kind === 'refused') await setOfferAside(space, offer, stopped.code)
    else if (stopped.kind === 'busy') return { trouble: 'server', retryAfter: stopped.retryAfter }
    else return { trouble: stopped.kind }
  }
}
