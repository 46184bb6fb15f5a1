import { newIdAt } from './new-id.ts'
import type { Space } from './space.ts'

/** What was typed in a form that was not saved yet, as typed. */
export type Draft = {
  id: string
  /** Which form it belongs to: `capture`, `new/<table>`, `edit/<table>/<row>`. */
  form: string
  /** What is shown of it in the list of drafts. */
  title: string
  values: Record<string, string | string[]>
  updatedAt: string
}

const table = (space: Space) => space.db.table<Draft, string>('drafts')

export const newDraftId = () => newIdAt(Date.now())
export const draftsOf = async (space: Space): Promise<Draft[]> =>
  (await table(space).toArray()).sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))
export const draftCount = (space: Space): Promise<number> => table(space).count()
export const draftFor = async (space: Space, form: string): Promise<Draft | undefined> =>
  (await draftsOf(space)).find((draft) => draft.form === form)
export const keepDraft = (space: Space, draft: Draft) => table(space).put(draft)
export const dropDraft = (space: Space, id: string): Promise<void> => table(space).delete(id)

/**
 * Keeps what is being typed: each call is written as soon as the one before it is, and only the latest of those that
 * wait. A failed write is told to `failed`; the text stays in the form.
 */
export const draftKeeper = (space: Space, failed: (error: unknown) => void) => {
  let waiting: Draft | undefined
  let writing: Promise<void> | undefined
  const drain = async () => {
    while (waiting) {
      const draft = waiting
      waiting = undefined
      try {
        await keepDraft(space, draft)
      } catch (error) {
        failed(error)
      }
    }
    writing = undefined
  }
  return {
    keep(draft: Draft) {
      waiting = draft
      writing ??= drain()
    },
    /** Nothing kept after this; resolves when the last write has ended. */
    async stop() {
      waiting = undefined
      await writing
    },
  }
}
