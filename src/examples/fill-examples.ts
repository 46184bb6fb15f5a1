import type { Space } from '../store/space.ts'
import { birth, type Edit, save } from '../store/write.ts'
import { addFairs } from './events.ts'
import { addExchanges } from './exchanges.ts'
import type { Filling } from './filling.ts'
import { addFormations } from './formations.ts'
import { addOtherAffiliations, addPeople } from './people.ts'
import { randomFrom } from './random.ts'
import { addStructures } from './structures.ts'
import { addTasks } from './tasks.ts'
import { addVisitorCounts } from './visitor-counts.ts'

const seed = 20_261

/** Writes a fictional campus, the same for the same day: structures, people, fairs, a year of exchanges, what is to be done. */
export const fillExamples = async (space: Space): Promise<void> => {
  const edits: Edit[] = []
  const add: Filling['add'] = (table, values) => {
    const edit = birth(space, table, values)
    edits.push(edit)
    return edit.row
  }
  const filling: Filling = { random: randomFrom(seed), now: space.now(), add, me: space.me }
  const structures = addStructures(filling)
  const people = addPeople(filling, structures)
  addOtherAffiliations(filling, people, structures)
  const fairs = addFairs(filling)
  addVisitorCounts(filling, fairs)
  addTasks(filling, addExchanges(filling, people, fairs), fairs)
  addFormations(filling, structures, people)
  await save(space, edits)
}
