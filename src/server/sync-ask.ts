import * as z from 'zod/mini'
import { syncRequest } from '../protocol/sync-message.ts'

const MOST_CHANGES = 10_000

/** The request with its changes as they came: each is looked at later, by itself. */
export const syncAsk = z.extend(syncRequest, {
  changes: z._default(
    z
      .array(z.looseObject({ n: z.int().check(z.positive()), id: z.string().check(z.maxLength(40)) }))
      .check(z.maxLength(MOST_CHANGES)),
    [],
  ),
})
export type SyncAsk = z.infer<typeof syncAsk>
