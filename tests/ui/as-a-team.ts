import type { Space } from '../../src/store/space.ts'
import { testSpace } from './render-app.tsx'

/** The ids of two colleagues. */
export const claire = '01900000-0000-7000-8000-00000000c1a1'
export const idris = '01900000-0000-7000-8000-00000000d415'

/** A phone that is in a space, with two colleagues. */
export const teamSpace = async (now: () => number): Promise<Space> => {
  const space = await testSpace(now)
  const at = new Date(now()).toISOString()
  const member = (id: string, name: string) => ({
    ...{ id, name, role: 'member', createdAt: at, createdBy: id, updatedAt: at, updatedBy: id, seq: 1, rev: 1 },
    sort: name.toLowerCase(),
  })
  await space.db
    .table('members')
    .bulkPut([member(space.me, 'Moi'), member(claire, 'Claire Martin'), member(idris, 'Idris Benali')])
  await space.db
    .table('meta')
    .put({ key: 'enrolment', campus: 'x', name: 'Campus', kind: 'campus', role: 'member', at })
  return space
}

/** Rows as a colleague's phone made them, come here through the server. */
export const fromColleague = async (
  space: Space,
  table: string,
  id: string,
  mark: { by?: string; arrived?: string; createdAt?: string },
): Promise<void> => {
  const { by = claire, ...rest } = mark
  const row = await space.db.table(table).get(id)
  await space.db.table(table).put({ ...row, createdBy: by, updatedBy: by, seq: 5, ...rest })
}
