import { newIdAt } from './new-id.ts'
import type { Space } from './space.ts'

/** What was typed in a form that was not saved yet, as typed. */
export type Draft = {
  id: string
  /** Which form it belongs to: `capture`, `new/<table>`, `edit/<table>/<row>`, `refused/<number>`, `enter/<kind>/<space>`. */
  form: string
  /** What is shown of it in the list of drafts. */
  title: string
  values: Record<string, string | string[]>
  updatedAt: string
}

const table = (space: Space) => space.db.table<Draft, string>('drafts')

export const newDraftId = () => newIdAt(Date.now())

/** Drafts the device refused to take, and why: nothing typed is lost while the app is open. */
type Unwritten = Map<string, { draft: Draft; error: unknown }>
const unwrittenBySpace = new WeakMap<Space, Unwritten>()
const unwrittenOf = (space: Space): Unwritten => {
  const known = unwrittenBySpace.get(space) ?? new Map()
  unwrittenBySpace.set(space, known)
  return known
}

export const draftsOf = async (space: Space): Promise<Draft[]> => {
  const held = unwrittenOf(space)
  const written = (await table(space).toArray()).filter(({ id }) => !held.has(id))
  const all = [...written, ...[...held.values()].map(({ draft }) => draft)]
  return all.sort((a, b) => String(b.updatedAt).localeCompare(String(a.updatedAt)))
}
export const keepDraft = async (space: Space, draft: Draft): Promise<void> => {
  try {
    await table(space).put(draft)
    unwrittenOf(space).delete(draft.id)
  } catch (error) {
    unwrittenOf(space).set(draft.id, { draft, error })
    throw error
  }
}
export const dropDraft = (space: Space, id: string): Promise<void> => {
  unwrittenOf(space).delete(id)
  return table(space).delete(id)
}

/**
 * Keeps what is being typed: each call is written as soon as the one before it is, and of each draft only the latest of
 * those that wait. A failed write is told to `failed`; the text stays in the form.
 */
export const draftKeeper = (space: Space, failed: (error: unknown) => void) => {
  const waiting = new Map<string, Draft>()
  const settled = new Set<string>()
  let writing: Promise<void> | undefined
  let draining: Promise<void> | undefined
  const drain = async () => {
    // What is added while this runs is met too.
    for (const [id, draft] of waiting) {
      waiting.delete(id)
      writing = keepDraft(space, draft).catch(failed)
      await writing
    }
    draining = undefined
  }
  return {
    keep(draft: Draft) {
      if (settled.has(draft.id)) return
      waiting.set(draft.id, draft)
      draining ??= drain()
    },
    /** Nothing of this draft is written after this, whatever is typed; resolves when its last write has ended. */
    async settle(id: string) {
      settled.add(id)
      waiting.delete(id)
      await writing
      unwrittenOf(space).delete(id)
    },
    /** It was not over after all. */
    resume: (id: string) => void settled.delete(id),
    /** Resolves when all is written, with the reason when this draft could not be. */
    async refusal(id: string): Promise<unknown> {
      while (draining) await draining
      return unwrittenOf(space).get(id)?.error
    },
  }
}
