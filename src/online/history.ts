import type { Answer } from '../domain/answer.ts'
import { type HistoryReply, historyReply } from '../protocol/entry-message.ts'
import { askAsMember, type Membership } from './ask.ts'

/** Every value one field ever took, latest first: a page of it, older than the change numbered `before`. */
export const history = (
  membership: Membership,
  of: { table: string; row: string; field: string },
  before?: number,
): Promise<Answer<HistoryReply>> => askAsMember(membership, 'history', { ...of, before }, historyReply)
