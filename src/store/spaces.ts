import { createStore, get, type UseStore, update } from 'idb-keyval'
import type { Catalog } from '../domain/catalog.ts'
import { newIdAt } from './new-id.ts'
import { type Opening, openSpace } from './open.ts'
import { problemOf, StoreError } from './problem.ts'
import type { Space, SpaceKind } from './space.ts'

/** One database and the installation it holds. Names are random, so that they tell nothing and never meet. */
export type Place = { name: string; install: string }
/** A place beside one's own. `title`: of the space it is enrolled in; absent where notes lie that are in none. */
export type Other = Place & { title?: string | undefined }
/** Which database holds which work. `others`: what is not empty beside `own`; `coming`: made to be enrolled. */
export type Known = { current: SpaceKind } & { [K in SpaceKind]?: Place | undefined } & {
  others?: Other[]
  coming?: Place | undefined
}

/** A second witness beside the map: where both are gone but this stands, the data was wiped. */
const witness = {
  key: 'maillage.install',
  // A browser may refuse this storage and keep the databases all the same.
  read(): string | null {
    try {
      return localStorage.getItem(this.key)
    } catch {
      return null
    }
  },
  write(install: string): void {
    try {
      localStorage.setItem(this.key, install)
    } catch {
      // the map alone tells then
    }
  },
}

export const keepWitness = (install: string): void => witness.write(install)

const connection = () => createStore('maillage', 'spaces')
let opened = connection()
/** Over one connection for all who ask. A phone may drop it in the background without a word: what failed is tried over another. */
export const map: UseStore = (mode, act) =>
  opened(mode, act).catch(() => {
    opened = connection()
    return opened(mode, act)
  })
export const readMap = async (): Promise<Known | undefined> => get<Known>('known', map)

export type Given = { catalog?: Catalog; now?: () => number }

/** Undefined where what was there is gone. Any other failure is thrown: it does not tell that nothing lies there. */
export const openUnlessWiped = async (place: Place, given: Given): Promise<Space | undefined> => {
  try {
    return await openSpace({ ...given, name: place.name, install: place.install })
  } catch (error) {
    if (problemOf(error) === 'wiped') return undefined
    throw error
  }
}

/**
 * A new space in place of `instead`, what the map was seen to hold. Two tabs may make one at once: the first to enter
 * it in the map has made it, the other opens that one, or half of the work would be in a database nobody finds again.
 */
export const make = async (kind: SpaceKind, given: Given, instead: Known[SpaceKind]): Promise<Space> => {
  const opening: Opening = { ...given, name: `maillage-${newIdAt(Date.now())}`, kind }
  const space = await openSpace(opening)
  const mine = { name: space.db.name, install: space.install }
  let made = mine
  await update<Known>(
    'known',
    (known) => {
      const present = known?.[kind]
      made = present && present.install !== instead?.install ? present : mine
      return { ...known, current: kind, [kind]: made }
    },
    map,
  )
  if (kind === 'own') witness.write(made.install)
  if (made === mine) return space
  await space.db.delete()
  return openSpace({ ...given, ...made })
}

/**
 * The space one worked in last, or a new one on a device that never had any.
 * @throws StoreError `wiped`, `refused`
 */
export const openCurrentSpace = async (given: Given = {}): Promise<Space> => {
  try {
    const known = await readMap()
    const current = known?.[known.current]
    if (current) return await openSpace({ ...given, ...current })
    if (witness.read()) throw new StoreError('wiped')
    return await make('own', given, undefined)
  } catch (error) {
    const problem = problemOf(error)
    throw new StoreError(problem === 'unknown' ? 'refused' : problem, error)
  }
}
