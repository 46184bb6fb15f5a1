import type { Role } from '../domain/lists/roles.ts'
import { survivorsOf } from '../domain/merged-into.ts'
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

const text = (state: RowState | undefined, field: string) => {
  const value = state?.fields[field]?.v
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The rows one is merged into, one after the other, with one's own, as many as are there; and what each was merged into. */
const mergedFrom = async (at: Reading, id: string) => {
  const [states, into] = [new Map<string, RowState>(), new Map<string, string>()]
  for (let next: string | undefined = id; next !== undefined && !states.has(next); next = into.get(next)) {
    const state = await stateOf(at, next)
    if (!state) break
    states.set(next, state)
    const target = text(state, 'mergedInto')
    if (target !== undefined) into.set(next, target)
  }
  return { states, into }
}

/** Undefined for a member who is not there. */
export const somebody = async (at: Reading, id: string): Promise<Somebody | undefined> => {
  const { states, into } = await mergedFrom(at, id)
  if (!states.has(id)) return undefined
  const root = survivorsOf(into, (one) => states.has(one)).get(id) ?? id
  const state = states.get(root)
  return { root, name: text(state, 'name') ?? '', role: (text(state, 'role') ?? 'reader') as Role }
}

/** All by whose names one person is known: a further device is a member of its own. */
export const idsOf = async (at: Reading, id: string): Promise<string[]> => {
  const ids = await at.members()
  const rows = await at.rows(ids.map((row) => ({ table: memberType.table, row })))
  const into = new Map<string, string>()
  for (const { row, state } of rows) {
    const target = text(unpacked(state), 'mergedInto')
    if (target !== undefined) into.set(row, target)
  }
  const here = new Set(rows.map(({ row }) => row))
  const survivors = survivorsOf(into, (one) => here.has(one))
  const rootOf = (one: string) => survivors.get(one) ?? one
  return ids.filter((one) => rootOf(one) === rootOf(id))
}

/** Members are made by entering. By sync they change their own name, and the direction that of others; nothing else. */
export const mayChangeMember = async (at: Reading, member: string, change: SentChange): Promise<boolean> => {
  if (Object.keys(change.fields).join() !== 'name' || !change.fields.name) return false
  const [by, whom] = [await somebody(at, member), await somebody(at, change.row)]
  return by !== undefined && whom !== undefined && (by.role === 'direction' || by.root === whom.root)
}
