import type { Answer } from './domain/answer.ts'
import { switchTo } from './store/enrolled-spaces.ts'
import { leaveSpace } from './store/leave.ts'
import * as others from './store/other-spaces.ts'
import type { Space } from './store/space.ts'
import { watchSpaces } from './store/space-news.ts'
import { openCurrentSpace } from './store/spaces.ts'
import type { Sync } from './sync/while-seen.ts'
import type { Acts } from './ui/app/acts.ts'
import { whenNoFormIsOpen } from './ui/update/open-form.ts'

/** The space that is shown, and how another takes its place. */
export type Shown = { readonly space: Space; readonly show: (space: Promise<Space>) => void }

/** A database of fictional examples, filled. */
export const enterExamples = async (): Promise<Space> => {
  const [space, { fillExamples }] = await Promise.all([others.enterExamples(), import('./examples/fill-examples.ts')])
  // Another tab may have filled them.
  if ((await space.db.table('organisations').count()) === 0) await fillExamples(space)
  return space
}
export const leaveExamples = async (examples: Space): Promise<Space> => {
  await others.leaveExamples(examples)
  return openCurrentSpace()
}
export const startAfresh = (): Promise<Space> => others.startAfresh()

type Online = typeof import('./online/this-device.ts')
const online = (): Promise<Online> => import('./online/this-device.ts')
const comeBack = async (space: Space) => (await online()).comeBack(space)

/** The code of it may not come, and the database not open: both are answers here. */
const answered = async <T>(ask: (online: Online) => Promise<Answer<T>>): Promise<Answer<T>> => {
  const part = await online().catch(() => undefined)
  if (!part) return { ok: false, why: 'no-network' }
  return ask(part).catch(() => ({ ok: false, why: 'server' }))
}

const running = new WeakMap<Space, Promise<Sync>>()

/**
 * What goes on beside the pages while a space is shown: it is synced, and gives way when another tab opens another.
 * Returns how to leave it: nothing is sent or heard from then on, and its database is closed.
 */
export const accompany = ({ space, show }: Shown): (() => void) => {
  const sync = import('./sync/start.ts').then(({ startSync }) => startSync(space, () => comeBack(space)))
  running.set(space, sync)
  const giveWay = () => whenNoFormIsOpen(() => show(openCurrentSpace()))
  const stopWatching = watchSpaces(space, giveWay)
  sync.catch(() => {})
  return () => {
    stopWatching()
    sync
      .then(({ stop }) => stop())
      .catch(() => {})
      .then(() => leaveSpace(space))
      .catch(() => {})
  }
}

/** What a person may ask for that needs a server. */
export const actsOf = ({ space, show }: Shown): Acts => ({
  syncNow: () =>
    void running.get(space)?.then(
      ({ now }) => now(),
      () => {},
    ),
  look: (secret) => answered(({ look }) => look(secret)),
  enter: async (secret, given) => {
    const part = await online().catch(() => undefined)
    if (!part) return { ok: false, why: 'no-network' }
    const answer = await part.enter(secret, given)
    if (answer.ok) show(openCurrentSpace())
    return answer
  },
  invite: (asked) => answered(({ asMember, invite }) => asMember(space, (member) => invite(member, asked))),
  invitations: (cancel) =>
    answered(({ asMember, invitations }) => asMember(space, (member) => invitations(member, cancel))),
  history: (of, before) =>
    answered(({ asMember, history }) => asMember(space, (member) => history(member, of, before))),
  held: (settle) => answered(({ asMember, held }) => asMember(space, (member) => held(member, settle))),
  fetchBlob: (sha) => answered(({ asMember, fetchBlob }) => asMember(space, (member) => fetchBlob(space, member, sha))),
  switchSpace: (install) => show(switchTo(install).then(() => openCurrentSpace())),
})
