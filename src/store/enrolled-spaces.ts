import { update } from 'idb-keyval'
import { writableMark } from './mark.ts'
import { newIdAt } from './new-id.ts'
import { openSpace } from './open.ts'
import type { Space } from './space.ts'
import { tellSpaces } from './space-news.ts'
import { type Given, type Known, keepWitness, map, type Place, readMap } from './spaces.ts'
import { type Enrolment, enrolmentOf } from './sync-state.ts'

const placeOf = ({ db, install }: Space): Place => ({ name: db.name, install })

/** The other places after one of them becomes one's own; what was one's own stays among them, if it was enrolled. */
const othersAfter = ({ own, others = [] }: Known, next: Place, title: string | undefined) => {
  const rest = others.filter(({ install }) => install !== next.install)
  const former = own && title !== undefined && own.install !== next.install ? [{ ...own, title }] : []
  return [...rest, ...former]
}

/** The title under which the database of one's own is enrolled; undefined when it is in none, or gone. */
const ownTitle = async (own: Place | undefined, given: Given): Promise<string | undefined> => {
  if (!own) return undefined
  const space = await openSpace({ ...given, ...own }).catch(() => undefined)
  const enrolment = space && (await enrolmentOf(space))
  space?.db.close()
  return enrolment?.name
}

const becomesOwn = async (next: Place, given: Given): Promise<void> => {
  const title = await ownTitle((await readMap())?.own, given)
  await update<Known>(
    'known',
    (known = { current: 'own' }) => {
      const coming = known.coming?.install === next.install ? undefined : known.coming
      const { name, install } = next
      return { ...known, current: 'own', own: { name, install }, others: othersAfter(known, next, title), coming }
    },
    map(),
  )
  keepWitness(next.install)
  tellSpaces()
}

/**
 * The database a device enters a space with: one's own as long as it is in no space, so that what was noted before is
 * sent after it; else a fresh one. An attempt that was cut finds the same one again.
 */
export const openUnclaimed = async (given: Given = {}): Promise<Space> => {
  const { own, coming } = (await readMap()) ?? {}
  const unclaimed = own && (await ownTitle(own, given)) === undefined ? own : coming
  const found = unclaimed && (await openSpace({ ...given, ...unclaimed }).catch(() => undefined))
  if (found) return found
  const space = await openSpace({ ...given, name: `maillage-${newIdAt(Date.now())}`, kind: 'own' })
  await update<Known>('known', (known = { current: 'own' }) => ({ ...known, coming: placeOf(space) }), map())
  return space
}

/** The database is the space's from now on, and the one that is opened. What it was enrolled in before stays at hand. */
export const claim = async (
  space: Space,
  enrolment: Omit<Enrolment, 'key' | 'at'>,
  given: Given = {},
): Promise<void> => {
  await space.db.transaction('rw', 'meta', async () => {
    await writableMark(space)
    const row: Enrolment = { key: 'enrolment', ...enrolment, at: new Date(space.now()).toISOString() }
    await space.db.table('meta').put(row)
  })
  await becomesOwn(placeOf(space), given)
}

export type EnrolledSpace = { readonly install: string; readonly title: string; readonly isCurrent: boolean }

/** The spaces this device is a member of, the one it works in first. */
export const enrolledSpaces = async (given: Given = {}): Promise<EnrolledSpace[]> => {
  const { own, others = [] } = (await readMap()) ?? {}
  const title = await ownTitle(own, given)
  const current = own && title !== undefined ? [{ install: own.install, title, isCurrent: true }] : []
  return [...current, ...others.map(({ install, title }) => ({ install, title, isCurrent: false }))]
}

/** Another of them becomes the one that is opened. */
export const switchTo = async (install: string, given: Given = {}): Promise<void> => {
  const next = (await readMap())?.others?.find((one) => one.install === install)
  if (next) await becomesOwn(next, given)
}
