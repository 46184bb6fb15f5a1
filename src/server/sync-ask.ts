import * as z from 'zod/mini'
import { syncRequest } from '../protocol/sync-message.ts'
import type { Offered } from './offered.ts'

const MOST_CHANGES = 10_000

const isOffered = (one: unknown): one is Offered => {
  const { n, id } = (one ?? {}) as Partial<Offered>
  return Number.isSafeInteger(n) && Number(n) > 0 && typeof id === 'string' && id.length <= 40
}
/** Looked at where they lie: thousands would be made anew by a schema of their own. */
const offered = z.custom<Offered[]>((all) => Array.isArray(all) && all.length <= MOST_CHANGES && all.every(isOffered))

/** The request with its changes as they came: each is looked at later, by itself. */
export const syncAsk = z.extend(syncRequest, { changes: z._default(offered, []) })
export type SyncAsk = z.infer<typeof syncAsk>
