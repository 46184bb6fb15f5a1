import type { Role } from '../domain/lists/roles.ts'
import { member as memberType } from '../domain/records/member.ts'
import type { RowState } from '../protocol/row-state.ts'
import type { SentChange } from '../protocol/sync-message.ts'
import type { Reading } from './ledger.ts'
import { unpacked } from './row-text.ts'

/** Somebody of the team. `root`: who a member of a further device is. */
export type Somebody = { root: string; name: string; role: Role }

const stateOf = async (at: Reading, row: string): Promise<RowState | undefined> => {
  const [found] = await at.rows([{ table: memberType.table, row }])
  return found && unpacked(found.state)
}

const text = (state: RowState, field: string) => {
  const value = state.fields[field]?.v
  return typeof value === 'string' ? value : undefined
}

/** Undefined for a member who is not there. */
export const somebody = async (at: Reading, id: string): Promise<Somebody | undefined> => {
  const own = await stateOf(at, id)
  if (!own) return undefined
  const root = text(own, 'mergedInto') ?? id
  const state = root === id ? own : ((await stateOf(at, root)) ?? own)
  return { root, name: text(state, 'name') ?? '', role: (text(state, 'role') ?? 'reader') as Role }
}

/** Members are made by entering. By sync they change their own name, and the direction that of others; nothing else. */
export const mayChangeMember = async (at: Reading, member: string, change: SentChange): Promise<boolean> => {
  if (Object.keys(change.fields).join() !== 'name' || !change.fields.name) return false
  const [by, whom] = [await somebody(at, member), await somebody(at, change.row)]
  return by !== undefined && whom !== undefined && (by.role === 'direction' || by.root === whom.root)
}
