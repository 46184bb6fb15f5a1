import { correctedTime } from '../protocol/merge.ts'
import type { SentChange } from '../protocol/sync-message.ts'
import type { Reading } from './ledger.ts'

const HOUR = 3_600_000
/** So many deletions of one device within an hour go through. */
const MOST = 50
/** Or this part of all rows, where that is less; a few go through in the smallest space. */
const [PART, FEW] = [0.2, 10]

const isDeletion = ({ fields }: SentChange): boolean => typeof fields.deletedAt === 'string'

/**
 * Whether a deletion is held for the direction to say: a device that deletes this much has a fault, or somebody else has
 * it in hand. By the hour in which they were made, not sent: a week of tidying up offline is none. `asked`: in this batch.
 */
export const openBrake = async (at: Reading, device: string, now: number, asked: readonly SentChange[]) => {
  const deletions = asked.filter(isDeletion)
  if (deletions.length === 0) return () => false
  const made = (change: SentChange) => correctedTime(change, now)
  const times = await at.deletionTimes(device, Math.min(...deletions.map(made)) - HOUR)
  const most = Math.min(MOST, Math.max(FEW, Math.floor((await at.living()) * PART)))
  return (change: SentChange): boolean => {
    if (!isDeletion(change)) return false
    const mine = made(change)
    if (times.filter((time) => Math.abs(time - mine) < HOUR).length >= most) return true
    times.push(mine)
    return false
  }
}
