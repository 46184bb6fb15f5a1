import { expect, test } from 'vitest'
import { inContactWith } from '../../src/store/in-contact.ts'
import { birth, save } from '../../src/store/write.ts'
import { testSpace } from './test-space.ts'

const noon = () => new Date('2026-11-24T12:00:00').getTime()
const day = (at: string) => new Date(`${at}T10:00:00`).toISOString()

test('who of the team is in contact with a structure now, each once, the most recent first', async () => {
  const space = await testSpace({ now: noon })
  const dupont = birth(space, 'organisations', { name: 'Dupont' })
  const other = birth(space, 'organisations', { name: 'Autre' })
  const ana = birth(space, 'people', { name: 'Ana' })
  const left = birth(space, 'people', { name: 'Partie' })
  const exchange = (author: string, at: string, values: Record<string, unknown>) =>
    birth(space, 'exchanges', { kind: 'companyVisit', at: day(at), author, ...values })
  const organisation = dupont.row
  await space.db.table('members').bulkPut([
    { id: 'claire', name: 'Claire', sort: 'claire' },
    { id: 'claire-2', name: 'Claire', mergedInto: 'claire' },
  ])
  await save(space, [
    ...[dupont, other, ana, left],
    birth(space, 'affiliations', { person: ana.row, organisation }),
    birth(space, 'affiliations', { person: left.row, organisation, until: '2026-01-01' }),
    exchange('claire', '2026-11-10', { organisation }),
    exchange('claire-2', '2026-11-21', { people: [ana.row] }),
    exchange('idris', '2026-11-22', { organisation }),
    exchange('old', '2026-08-20', { organisation }),
    exchange('coming', '2026-12-20', { organisation }),
    exchange('elsewhere', '2026-11-23', { people: [ana.row], organisation: other.row }),
    exchange('former', '2026-11-23', { people: [left.row] }),
    birth(space, 'tasks', { title: 'Rappeler', kind: 'callBack', dueOn: '2026-12-12', owner: 'claire', organisation }),
    birth(space, 'tasks', { title: 'Fait', owner: 'done', organisation, doneAt: day('2026-11-23') }),
    birth(space, 'tasks', { title: 'À Ana', owner: 'nadia', person: ana.row }),
  ])
  const found = await inContactWith(space, organisation)
  expect(found.map(({ member, exchange, task }) => [member, exchange?.at, task?.title])).toEqual([
    ['nadia', undefined, 'À Ana'],
    ['idris', day('2026-11-22'), undefined],
    ['claire', day('2026-11-21'), 'Rappeler'],
  ])
})
