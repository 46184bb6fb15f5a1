import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { SpaceKindName } from '../../domain/lists/space-kinds.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { notesOf } from '../../store/device-notes.ts'
import { draftKeeper, draftsOf, dropDraft, newDraftId } from '../../store/drafts.ts'
import { problemOf } from '../../store/problem.ts'
import type { Space } from '../../store/space.ts'
import type { Invitation } from '../app/acts.ts'
import { useApp, useWords } from '../app/app-context.ts'

/** What is typed to enter a space: one's own name; by the first of it, also what it is called and what it is. */
type Entering = { readonly name: string; readonly space?: string; readonly kind?: SpaceKindName }

/** Where the link leads; the link itself and its code are nowhere in a draft. */
const formOf = ({ kind, campus = '' }: Invitation) => `enter/${kind}/${campus}`

/** Whether words wait for the link they were typed under. */
export const hasEntryDraft = async (space: Space): Promise<boolean> =>
  (await draftsOf(space)).some(({ form }) => form.startsWith('enter/'))

/** What one begins with, and the draft it is of: what was typed the last time, else what is known. */
const startOf = async (space: Space, invitation: Invitation) => {
  const drafts = await draftsOf(space).catch(() => [])
  const draft = drafts.find(({ form }) => form === formOf(invitation))
  if (draft) return { id: draft.id, typed: draft.values as unknown as Entering }
  const { myName } = await notesOf(space).catch(() => ({ myName: undefined }))
  const { kind, space: known } = invitation
  const named = kind === 'setUp' && known && { space: known.name, kind: known.kind }
  return { id: newDraftId(), typed: { name: invitation.name || myName || '', ...named } }
}

/** What is typed under a link, kept at each input: where the app ends, the same link brings it back. Undefined until what waits was looked for. */
export const useEntryDraft = (invitation: Invitation, heading: string) => {
  const { space, tell } = useApp()
  const { problem } = useWords(appWords)
  const [entering, setEntering] = useState<{ id: string; typed: Entering }>()
  const latest = useRef(entering)
  const keeper = useMemo(
    () => draftKeeper(space, (error) => tell({ text: problem[problemOf(error)], urgent: true })),
    [space, tell, problem],
  )
  const show = (now: { id: string; typed: Entering }) => {
    latest.current = now
    setEntering(now)
  }
  useEffect(() => void startOf(space, invitation).then(show), [space])
  if (!entering) return undefined
  const { id, typed } = entering
  return {
    typed,
    change(part: Partial<Entering>) {
      const values = { ...(latest.current ?? entering).typed, ...part }
      show({ id, typed: values })
      keeper.keep({
        id,
        form: formOf(invitation),
        title: [heading, values.space].filter(Boolean).join(' · '),
        values,
        updatedAt: new Date(space.now()).toISOString(),
      })
    },
    /** One has entered. */
    async end() {
      await keeper.settle(id)
      await dropDraft(space, id).catch(() => {})
    },
  }
}
