import type { Space } from './store/space.ts'
import { openCurrentSpace } from './store/spaces.ts'
import type { Sync } from './sync/while-seen.ts'
import type { Acts } from './ui/app/acts.ts'
import { whenNoFormIsOpen } from './ui/update/open-form.ts'

/** The space that is shown, and how another takes its place. */
export type Shown = { readonly space: Space; readonly show: (space: Promise<Space>) => void }

const otherSpaces = () => import('./store/other-spaces.ts')
const enrolledSpaces = () => import('./store/enrolled-spaces.ts')

/** A database of fictional examples, filled. */
export const enterExamples = async (): Promise<Space> => {
  const [space, { fillExamples }] = await Promise.all([
    otherSpaces().then((spaces) => spaces.enterExamples()),
    import('./examples/fill-examples.ts'),
  ])
  // Another tab may have filled them.
  if ((await space.db.table('organisations').count()) === 0) await fillExamples(space)
  return space
}
export const leaveExamples = async (examples: Space): Promise<Space> => {
  await (await otherSpaces()).leaveExamples(examples)
  return openCurrentSpace()
}
export const startAfresh = async (): Promise<Space> => (await otherSpaces()).startAfresh()

const online = () => import('./online/this-device.ts')
const comeBack = async (space: Space) => (await online()).comeBack(space)

const running = new WeakMap<Space, Promise<Sync>>()

/** What goes on beside the pages while a space is shown: it is synced, and gives way when another tab opens another. */
export const accompany = ({ space, show }: Shown): (() => void) => {
  const sync = import('./sync/start.ts').then(({ startSync }) => startSync(space, () => comeBack(space)))
  running.set(space, sync)
  const giveWay = () => whenNoFormIsOpen(() => show(openCurrentSpace()))
  const watching = import('./store/space-news.ts').then(({ watchSpaces }) => watchSpaces(space, giveWay))
  for (const part of [sync, watching]) part.catch(() => {})
  return () => {
    sync.then(({ stop }) => stop()).catch(() => {})
    watching.then((stop) => stop()).catch(() => {})
  }
}

/** What a person may ask for that needs a server. */
export const actsOf = ({ space, show }: Shown): Acts => ({
  syncNow: () => void running.get(space)?.then(({ now }) => now()),
  look: async (secret) => (await online()).look(secret),
  enter: async (secret, given) => {
    const answer = await (await online()).enter(secret, given)
    if (answer.ok) show(openCurrentSpace())
    return answer
  },
  invite: async (asked) => {
    const { asMember, invite } = await online()
    return asMember(space, (member) => invite(member, asked))
  },
  invitations: async (cancel) => {
    const { asMember, invitations } = await online()
    return asMember(space, (member) => invitations(member, cancel))
  },
  history: async (of, before) => {
    const { asMember, history } = await online()
    return asMember(space, (member) => history(member, of, before))
  },
  switchSpace: (install) =>
    show(
      enrolledSpaces()
        .then((spaces) => spaces.switchTo(install))
        .then(() => openCurrentSpace()),
    ),
})
