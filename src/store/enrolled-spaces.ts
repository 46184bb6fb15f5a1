import { update } from 'idb-keyval'
import { writableMark } from './mark.ts'
import { newIdAt } from './new-id.ts'
import { openSpace } from './open.ts'
import type { Mark, Space } from './space.ts'
import { tellSpaces } from './space-news.ts'
import { type Given, type Known, keepWitness, map, type Other, openUnlessWiped, type Place, readMap } from './spaces.ts'
import { type Enrolment, enrolmentOf } from './sync-state.ts'

const placeOf = ({ db, install }: Space): Place => ({ name: db.name, install })

type Found = { readonly enrolment: Enrolment | undefined; readonly isEmpty: boolean }
/** What lies in a database; undefined when it is gone. */
const foundIn = async (place: Place, given: Given): Promise<Found | undefined> => {
  const space = await openUnlessWiped(place, given)
  if (!space) return undefined
  try {
    const mark = await space.db.table<Mark, string>('meta').get('mark')
    const enrolment = await enrolmentOf(space)
    return { enrolment, isEmpty: !enrolment && mark?.lastChange === 0 }
  } finally {
    space.db.close()
  }
}

/** What stays at hand of one's own when another takes its place: all but what was seen to be empty or gone. */
const former = (own: Place, seen: Place | undefined, found: Found | undefined): Other[] => {
  if (own.install !== seen?.install) return [own]
  return found && !found.isEmpty ? [{ ...own, title: found.enrolment?.name }] : []
}

const becomesOwn = async ({ name, install }: Place, given: Given): Promise<void> => {
  const seen = (await readMap())?.own
  const found = seen && seen.install !== install ? await foundIn(seen, given) : undefined
  await update<Known>(
    'known',
    (known = { current: 'own' }) => {
      const { own, others = [] } = known
      const coming = known.coming?.install === install ? undefined : known.coming
      const rest = others.filter((one) => one.install !== install)
      const left = own && own.install !== install ? former(own, seen, found) : []
      return { ...known, current: 'own', own: { name, install }, others: [...rest, ...left], coming }
    },
    map,
  )
  keepWitness(install)
  tellSpaces()
}

export type Enrolled = { readonly install: string; readonly title: string }
type Home = { readonly place: Place; readonly title: string }

const homeIn = async (campus: string, given: Given): Promise<Home | undefined> => {
  const { own, others = [] } = (await readMap()) ?? {}
  for (const place of own ? [own, ...others] : others) {
    const enrolment = (await foundIn(place, given))?.enrolment
    if (enrolment?.campus === campus) return { place, title: enrolment.name }
  }
  return undefined
}

/** The database of this device that is in a space already, signed out or not; undefined where none is. */
export const enrolledIn = async (campus: string, given: Given = {}): Promise<Enrolled | undefined> => {
  const home = await homeIn(campus, given)
  return home && { install: home.place.install, title: home.title }
}

/** One's own as long as it is in no space, so that what was noted before is sent after it; else what an attempt left. */
const unclaimed = async (given: Given): Promise<Place | undefined> => {
  const { own, coming } = (await readMap()) ?? {}
  const found = own && (await foundIn(own, given))
  return found && !found.enrolment ? own : coming
}

/**
 * The database a device enters a space with. Where one is in it already it is that one: it comes back as who it was, and
 * what waits there is sent. Else one that is in no space, or a fresh one. An attempt that was cut finds the same again.
 * @throws StoreError where a database that may hold something does not open
 */
export const openToEnter = async (campus?: string, given: Given = {}): Promise<Space> => {
  const home = campus === undefined ? undefined : await homeIn(campus, given)
  const place = home?.place ?? (await unclaimed(given))
  const found = place && (await openUnlessWiped(place, given))
  if (found) return found
  const space = await openSpace({ ...given, name: `maillage-${newIdAt(Date.now())}`, kind: 'own' })
  await update<Known>('known', (known = { current: 'own' }) => ({ ...known, coming: placeOf(space) }), map)
  return space
}

/**
 * The database is the space's from now on, and the one that is opened. What was opened before stays at hand. False, and
 * nothing done, where it belongs to another space already: another tab entered that one meanwhile.
 */
export const claim = async (
  space: Space,
  enrolment: Omit<Enrolment, 'key' | 'at'>,
  given: Given = {},
): Promise<boolean> => {
  const isOurs = await space.db.transaction('rw', 'meta', async () => {
    await writableMark(space)
    const present = await enrolmentOf(space)
    if (present && present.campus !== enrolment.campus) return false
    const row: Enrolment = { key: 'enrolment', ...enrolment, at: new Date(space.now()).toISOString() }
    await space.db.table('meta').put(row)
    return true
  })
  if (isOurs) await becomesOwn(placeOf(space), given)
  return isOurs
}

/** `title`: absent for notes that are in no space. */
export type KnownSpace = { readonly install: string; readonly title?: string | undefined; readonly isCurrent: boolean }

/** The spaces this device is a member of, the one it works in first; and notes that were left outside of any. */
export const enrolledSpaces = async (given: Given = {}): Promise<KnownSpace[]> => {
  const { own, others = [] } = (await readMap()) ?? {}
  const title = own && (await foundIn(own, given))?.enrolment?.name
  const current = own && title !== undefined ? [{ install: own.install, title, isCurrent: true }] : []
  return [...current, ...others.map(({ install, title }) => ({ install, title, isCurrent: false }))]
}

/** Another of them becomes the one that is opened. */
export const switchTo = async (install: string, given: Given = {}): Promise<void> => {
  const next = (await readMap())?.others?.find((one) => one.install === install)
  if (next) await becomesOwn(next, given)
}
