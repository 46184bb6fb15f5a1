import type { SyncReply, SyncRequest } from '../protocol/sync-message.ts'

/** What became of one request. Only a `reply` says anything of what was sent. */
export type Answer =
  | { readonly kind: 'reply'; readonly reply: SyncReply }
  /** `isSlow`: there was a link, and it was given up or cut. */
  | { readonly kind: 'no-network'; readonly isSlow: boolean }
  | { readonly kind: 'portal' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'outdated' }
  /** `isOurs`: our server said it of this very request; a proxy may have another limit tomorrow. */
  | { readonly kind: 'too-large'; readonly isOurs: boolean; readonly maxBytes?: number | undefined }
  /** `retryAfter` in ms. */
  | { readonly kind: 'busy'; readonly retryAfter?: number | undefined }
  | { readonly kind: 'server' }

export type Transport = (request: SyncRequest, signal: AbortSignal) => Promise<Answer>
