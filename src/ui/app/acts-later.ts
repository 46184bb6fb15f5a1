import type { Acts } from './acts.ts'

const out = { ok: false, why: 'no-network' } as const

/**
 * The acts, whose code comes when one of them is asked for. Where it does not come, the answer is that of no network, and
 * the next tap asks for it again.
 */
export const actsLater = (fetchActs: () => Promise<Acts>): Acts => {
  let coming: Promise<Acts | undefined> | undefined
  const load = () => (coming ??= fetchActs().catch(() => (coming = undefined)))
  const act =
    <A extends unknown[], R>(pick: (acts: Acts) => (...asked: A) => R) =>
    async (...asked: A): Promise<Awaited<R> | typeof out> => {
      const acts = await load()
      return acts ? await pick(acts)(...asked) : out
    }
  return {
    syncNow: act((acts) => acts.syncNow),
    look: act((acts) => acts.look),
    enter: act((acts) => acts.enter),
    invite: act((acts) => acts.invite),
    invitations: act((acts) => acts.invitations),
    history: act((acts) => acts.history),
    held: act((acts) => acts.held),
    fetchBlob: act((acts) => acts.fetchBlob),
    switchSpace: act((acts) => acts.switchSpace),
  }
}
