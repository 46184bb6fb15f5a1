import { set, update } from 'idb-keyval'
import type { Space, SpaceKind } from './space.ts'
import { type Given, type Known, make, map, openUnlessWiped, readMap } from './spaces.ts'

/** What the map holds, where it can still be opened: another tab may have made it meanwhile. */
const openOrMake = async (kind: SpaceKind, given: Given): Promise<Space> => {
  const known = (await readMap())?.[kind]
  const present = known && (await openUnlessWiped(known, given))
  if (!present) return make(kind, given, known)
  await update<Known>('known', (map) => ({ ...map, current: kind }), map)
  return present
}

/** After the data was wiped, and on the person's word: an empty space in place of the lost one. */
export const startAfresh = (given: Given = {}): Promise<Space> => openOrMake('own', given)

/** A database of fictional examples beside one's own. */
export const enterExamples = (given: Given = {}): Promise<Space> => openOrMake('examples', given)

/** Back to one's own space; the examples are removed. */
export const leaveExamples = async (examples: Space): Promise<void> => {
  const known = await readMap()
  if (known) await set('known', { ...known, current: 'own', examples: undefined }, map)
  await examples.db.delete()
}
