import type { Role } from '../../domain/lists/roles.ts'
import { member } from '../../domain/records/member.ts'
import { merged } from '../../protocol/merge.ts'
import type { Writing } from '../ledger.ts'
import { writtenRow } from '../row-text.ts'

export type NewMember = { id: string; name: string; role: Role; mergedInto?: string }

/** Somebody joins: a row like any other, by no device, so that every phone hears of it, theirs too. */
export const addMember = async (at: Writing, { id, ...fields }: NewMember, now: number): Promise<number> => {
  const [table, row] = [member.table, id]
  const seq = await at.raise(1)
  const change = { n: seq, id: `${id}-in`, schema: 0, table, row, base: 0, at: now, offset: 0, fields }
  const { state } = merged(undefined, change, { seq, by: id, device: '', now }, () => false)
  await at.putRows([writtenRow({ table, row }, state)])
  const kept = { n: seq, id: change.id, seq, table, row, at: now, fields: JSON.stringify(fields), lost: [] }
  await at.putChanges('', id, [kept])
  return seq
}
