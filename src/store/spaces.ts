import { createStore, get, set } from 'idb-keyval'
import type { Catalog } from '../domain/catalog.ts'
import { newIdAt } from './new-id.ts'
import { type Opening, openSpace } from './open.ts'
import { problemOf, StoreError } from './problem.ts'
import type { Space, SpaceKind } from './space.ts'

/** Which database holds which work. Names are random, so that they tell nothing and never meet. */
type Known = { current: SpaceKind } & Partial<Record<SpaceKind, { name: string; install: string }>>

/** A second witness beside the map: where both are gone but this stands, the data was wiped. */
const witness = 'maillage.install'

const map = () => createStore('maillage', 'spaces')
const readMap = async (): Promise<Known | undefined> => get<Known>('known', map())
const writeMap = (known: Known) => set('known', known, map())

type Given = { catalog?: Catalog; now?: () => number }

const make = async (kind: SpaceKind, given: Given): Promise<Space> => {
  const opening: Opening = { ...given, name: `maillage-${newIdAt(Date.now())}`, kind }
  const space = await openSpace(opening)
  const known = await readMap()
  await writeMap({ ...known, current: kind, [kind]: { name: space.db.name, install: space.install } })
  if (kind === 'own') localStorage.setItem(witness, space.install)
  return space
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
    if (localStorage.getItem(witness)) throw new StoreError('wiped')
    return await make('own', given)
  } catch (error) {
    const problem = problemOf(error)
    throw new StoreError(problem === 'unknown' ? 'refused' : problem, error)
  }
}

/** After the data was wiped, and on the person's word: an empty space in place of the lost one. */
export const startAfresh = async (given: Given = {}): Promise<Space> => make('own', given)

/** A database of fictional examples beside one's own. */
export const enterExamples = (given: Given = {}): Promise<Space> => make('examples', given)

/** Back to one's own space; the examples are removed. */
export const leaveExamples = async (examples: Space): Promise<void> => {
  const known = await readMap()
  if (known) await writeMap({ ...known, current: 'own', examples: undefined } as unknown as Known)
  await examples.db.delete()
}
