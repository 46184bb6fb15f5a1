import type { Change } from '../protocol/change.ts'
import { writableMark } from './mark.ts'
import type { Space } from './space.ts'
import { type SyncState, syncStateOf, type Trouble } from './sync-state.ts'

const change = (space: Space, alter: (state: SyncState) => SyncState, also: () => PromiseLike<unknown>[] = () => []) =>
  space.db.transaction('rw', ['meta', 'outbox', 'refused'], async () => {
    await writableMark(space)
    const state = alter(await syncStateOf(space))
    await Promise.all([space.db.table('meta').put(state), ...also()])
    return state
  })

/** Why a round did not end as it should, for the screen to tell. Whatever came before it is kept. */
export const keepTrouble = (space: Space, trouble: Trouble): Promise<SyncState> =>
  change(space, (state) => ({ ...state, trouble, lastTry: space.now() }))

const fromTheStart = ({ since: _, ...known }: SyncState): SyncState => ({ ...known, cursor: 0, whole: true })

/**
 * A change no server takes at this size goes where the person sees it, text intact, and the queue flows on without it.
 * What was acknowledged before it stays: a server restored from a backup is offered it again. All comes down anew: the row
 * holds what the server never will.
 */
export const setAside = (space: Space, tooLarge: Change): Promise<SyncState> => {
  const at = new Date(space.now()).toISOString()
  const { n } = tooLarge
  return change(space, fromTheStart, () => [
    space.db.table('refused').put({ n, change: tooLarge, code: 'too-large', at }),
    space.db.table('outbox').delete(n),
  ])
}

/** Where the phone stands as a round begins. What an earlier build had no table for comes down again, with all the rest. */
export const startingState = async (space: Space): Promise<SyncState> => {
  const state = await syncStateOf(space)
  if (!state.unread?.some((table) => space.catalog[table])) return state
  return change(space, ({ unread: _, ...known }) => fromTheStart(known))
}
