import { fold } from '../domain/fold.ts'
import { survivorsOf } from '../domain/merged-into.ts'
import type { Member } from '../domain/records/member.ts'
import type { Space } from './space.ts'

/** Somebody of the team. `ids`: their own and those of their further devices: a row may name any of them. */
export type TeamMember = {
  readonly id: string
  readonly name: string
  readonly role: Member['role']
  readonly ids: readonly string[]
  /** No longer of the team; what they noted still names them. */
  readonly left: boolean
}
export type Team = readonly TeamMember[]

/** The team in the order of its names; empty on a phone that is in no space. */
export const teamOf = async (space: Space): Promise<Team> => {
  const rows = await space.db.table<Member, string>('members').toArray()
  const byId = new Map(rows.map((row) => [row.id, row]))
  const mergedInto = new Map(rows.flatMap(({ id, mergedInto }) => (mergedInto ? [[id, mergedInto]] : [])))
  const roots = survivorsOf(mergedInto, (id) => byId.has(id))
  const found = new Map<string, TeamMember>()
  for (const row of rows) {
    const { id, name, role, deletedAt } = byId.get(roots.get(row.id) ?? '') ?? row
    const ids = [...(found.get(id)?.ids ?? [id]), ...(row.id === id ? [] : [row.id])]
    found.set(id, { id, name, role, ids, left: deletedAt !== undefined })
  }
  return [...found.values()].sort((a, b) => fold(a.name).localeCompare(fold(b.name)) || a.id.localeCompare(b.id))
}

export const memberOf = (team: Team, id: string): TeamMember | undefined => team.find(({ ids }) => ids.includes(id))

/** Undefined for somebody who has not come to this phone yet. */
export const nameOf = (team: Team, id: string): string | undefined => memberOf(team, id)?.name || undefined

/** Whether this id is the person who notes here, by whichever of their devices. */
export const isMe = (team: Team, space: Pick<Space, 'me'>, id: string): boolean =>
  id === space.me || (memberOf(team, id)?.ids.includes(space.me) ?? false)
