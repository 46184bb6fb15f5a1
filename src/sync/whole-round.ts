import { forgetDeleted } from '../store/forget-deleted.ts'
import { trimOutbox } from '../store/outbox.ts'
import type { Space } from '../store/space.ts'
import { check } from './check.ts'
import { type RoundEnd, type RoundParts, syncRound } from './round.ts'

/** A round, and once it ended well what is looked after then: old things are forgotten, and once a day all is checked. */
export const wholeRound = async (space: Space, parts: RoundParts): Promise<RoundEnd> => {
  const end = await syncRound(parts)
  if (end.trouble || parts.signal.aborted) return end
  await trimOutbox(space)
  await forgetDeleted(space)
  return (await check(parts)) ? syncRound(parts) : end
}
