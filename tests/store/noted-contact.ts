import type { Space } from '../../src/store/space.ts'
import { birth, type Edit } from '../../src/store/write.ts'

/** One contact as the sheet keeps it: person, structure and their tie, the exchange, the call back. */
export const noted = (space: Space, name: string): Edit[] => {
  const person = birth(space, 'people', { name })
  const organisation = birth(space, 'organisations', { name: `Garage ${name}` })
  const about = { person: person.row, organisation: organisation.row }
  const at = new Date(space.now()).toISOString()
  const exchange = birth(space, 'exchanges', {
    kind: 'other',
    at,
    people: [person.row],
    organisation: organisation.row,
  })
  const task = birth(space, 'tasks', { title: `Rappeler ${name}`, ...about, exchange: exchange.row })
  return [person, organisation, birth(space, 'affiliations', about), exchange, task]
}
