import type { blobRefusals } from '../protocol/blob-message.ts'
import type { Offer } from '../store/offers.ts'

/** Some bytes of an offer, from a byte on; none to ask how many are there. */
export type Brought = Pick<Offer, 'sha' | 'row'> & { readonly at: number; readonly bytes?: ArrayBuffer }

/** What became of it. Only `at` says that the server has so many bytes. */
export type BlobAnswer =
  | { readonly kind: 'at'; readonly at: number }
  /** It will not take these bytes, whatever is tried. */
  | { readonly kind: 'refused'; readonly code: (typeof blobRefusals)[number] | 'too-large' | 'invalid' }
  /** `retryAfter` in ms. */
  | { readonly kind: 'busy'; readonly retryAfter?: number | undefined }
  | { readonly kind: 'no-network' | 'portal' | 'signed-out' | 'outdated' | 'server' }

export type BringBlob = (brought: Brought, signal: AbortSignal) => Promise<BlobAnswer>
