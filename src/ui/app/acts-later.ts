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
    (name: keyof Acts) =>
    async (...asked: never[]) => {
      const acts = await load()
      return acts ? (acts[name] as (...asked: never[]) => unknown)(...asked) : out
    }
  // A line for each would be in the first download, which has no room for what is only asked for later.
  return new Proxy({} as Acts, { get: (_, name) => act(name as keyof Acts) })
}
