import type { Answer } from '../domain/answer.ts'
import {
  type EnterReply,
  type InvitationsReply,
  type InviteReply,
  invitationsReply,
  inviteReply,
} from '../protocol/entry-message.ts'
import { askAsMember, type Membership } from './ask.ts'
import { newKey } from './new-key.ts'

export type AskedInvitation = {
  /** Minted by the phone; asked again with the same one, the earlier link is void. */
  id: string
  kind: 'invite' | 'device'
  name?: string
  role?: EnterReply['role']
}
export const invite = (membership: Membership, asked: AskedInvitation): Promise<Answer<InviteReply>> =>
  askAsMember(membership, 'invite', { ...asked, key: newKey() }, inviteReply)

/** The links one made that are still open; `cancel` voids one first. */
export const invitations = async (
  membership: Membership,
  cancel?: string,
): Promise<Answer<InvitationsReply['open']>> => {
  const answer = await askAsMember(membership, 'invitations', { cancel }, invitationsReply)
  return answer.ok ? { ok: true, value: answer.value.open } : answer
}
