import type { RowState } from '../protocol/row-state.ts'
import type { SentChange } from '../protocol/sync-message.ts'
import { isListed, takesAway } from '../protocol/takes-away.ts'
import type { Reading } from './ledger.ts'
import { idsOf } from './members.ts'

const HOUR = 3_600_000
/** So many rows that one person takes away within an hour go through. */
const MOST = 50
/** Or this part of all rows, where that is less; a few go through in the smallest space. */
const [PART, FEW] = [0.2, 10]

export type Brake = (change: SentChange, before: RowState | undefined) => 'held' | 'counted' | 'free'

/**
 * Whether a change that takes a row out of the lists is held for the direction to say: who takes away this much has a phone
 * with a fault, or somebody else has it in hand. Counted by person, on all devices, and by the hour in which they came: what
 * a phone says of its clock is its own word. What is gone already is not counted. `asked`: in this batch.
 */
export const openBrake = async (
  at: Reading,
  member: string,
  now: number,
  asked: readonly SentChange[],
): Promise<Brake> => {
  if (!asked.some(({ fields }) => takesAway(fields))) return () => 'free'
  let count = await at.takenAway(await idsOf(at, member), now - HOUR)
  const most = Math.min(MOST, Math.max(FEW, Math.floor((await at.living()) * PART)))
  return ({ fields }, before) => {
    if (!takesAway(fields) || !before || !isListed(before)) return 'free'
    if (count >= most) return 'held'
    count += 1
    return 'counted'
  }
}
