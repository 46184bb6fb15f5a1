import type { Answer } from '../domain/answer.ts'
import { type HeldReply, heldReply } from '../protocol/entry-message.ts'
import { askAsMember, type Membership } from './ask.ts'

/** The deletions that wait for the direction, by device; `settle`: first, what becomes of those of one up to a number. */
export const held = async (
  membership: Membership,
  settle?: { device: string; upTo: number; as: 'delete' | 'keep' },
): Promise<Answer<HeldReply['held']>> => {
  const answer = await askAsMember(membership, 'held', { settle }, heldReply)
  return answer.ok ? { ok: true, value: answer.value.held } : answer
}
