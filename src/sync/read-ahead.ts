import type { Change } from '../protocol/change.ts'
import type { SyncReply } from '../protocol/sync-message.ts'
import type { Received } from '../store/receive.ts'
import type { SyncState } from '../store/sync-state.ts'
import { grown, type Size } from './batch-size.ts'
import type { SyncStore } from './sync-store.ts'

type Read = { readonly after: number; readonly size: Size; readonly changes: Promise<readonly Change[]> }

const none: readonly Change[] = []

/**
 * Reads what follows a batch while the server has it. It counts only where it is what would be read then: all of the
 * batch was acknowledged, the link bears what it was thought to, and nothing but that was told, for news may take a change
 * out of what waits. What is noted meanwhile comes after it.
 */
export const readAhead = ({ nextBatch }: Pick<SyncStore, 'nextBatch'>) => {
  let read: Read | undefined
  let told: SyncState | undefined
  return {
    begin: (changes: readonly Change[], size: Size): void => {
      // One alone is seldom followed by others, and they are soon read.
      const last = changes.length > 1 ? changes.at(-1) : undefined
      const next = grown(size, 0)
      told = undefined
      read = last && { after: last.n, size: next, changes: nextBatch(last.n, next).catch(() => none) }
    },
    /** What the phone was told of the batch, once it is kept. */
    kept: ({ rows, refused }: SyncReply, { state, isTaken }: Received): void => {
      told = isTaken && !rows && !refused ? state : undefined
    },
    /** What was read, or would be read now. */
    batch: async (state: SyncState, size: Size): Promise<Change[]> => {
      const [ahead, known] = [read, told]
      read = undefined
      const isWhatFollows =
        ahead?.after === state.acked && ahead.size.changes === size.changes && ahead.size.bytes === size.bytes
      const isAsTold =
        known?.acked === state.acked &&
        known.cursor === state.cursor &&
        known.epoch === state.epoch &&
        known.whole === state.whole
      const changes = isWhatFollows && isAsTold ? await ahead.changes : none
      return changes.length > 0 ? [...changes] : nextBatch(state.acked, size)
    },
  }
}
