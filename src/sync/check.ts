import { protocolNumber } from '../protocol/sync-message.ts'
import type { Transport } from './answer.ts'
import { newRid } from './new-rid.ts'
import type { SyncStore } from './sync-store.ts'

export type CheckParts = {
  store: Pick<SyncStore, 'summedWhenDue' | 'keepCheck'>
  transport: Transport
  random: () => number
  signal: AbortSignal
}

/**
 * Asks the server, when it is time to, whether this phone shows what it should. True when it does not, and everything is
 * to be asked for again. The answer is looked at for nothing else: news in it come with the next round.
 */
export const check = async ({ store, transport, random, signal }: CheckParts): Promise<boolean> => {
  const summed = await store.summedWhenDue()
  if (!summed || signal.aborted) return false
  const { state, digest } = summed
  const { epoch, cursor } = state
  const answer = await transport(
    { p: protocolNumber, rid: newRid(random), ...(epoch !== undefined && { epoch }), cursor, digest },
    signal,
  )
  if (signal.aborted || answer.kind !== 'reply' || answer.reply.digest === undefined) return false
  return store.keepCheck(summed, answer.reply.digest === 'same')
}
