import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Event } from '../../domain/records/event.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { event as eventWords } from '../../i18n/fr/event.ts'
import { type Draft, draftKeeper, newDraftId } from '../../store/drafts.ts'
import { problemOf } from '../../store/problem.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { holdOpenForm } from '../update/open-form.ts'
import type { Closing } from './closing-edits.ts'

/** What is typed in the closing of an event, kept while it is typed. */
export const useClosingDraft = (event: Event, draft: Draft | undefined) => {
  const { space, tell } = useApp()
  const app = useWords(appWords)
  const words = useWords(eventWords)
  const [closing, setClosing] = useState<Closing>((draft?.values ?? {}) as Closing)
  const latest = useRef(closing)
  const id = useRef(draft?.id ?? newDraftId())
  const refuse = useCallback(
    (error: unknown) => tell({ text: app.problem[problemOf(error)], urgent: true }),
    [tell, app],
  )
  const keeper = useMemo(() => draftKeeper(space, refuse), [space, refuse])
  const isTouched = Object.keys(closing).length > 0
  useEffect(() => (isTouched ? holdOpenForm() : undefined), [isTouched])

  const keep = () => {
    if (Object.keys(latest.current).length === 0) return
    keeper.keep({
      id: id.current,
      form: `close/${event.id}`,
      title: words.draft(event.name),
      values: { ...latest.current },
      updatedAt: new Date(space.now()).toISOString(),
    })
  }
  return {
    closing,
    change: (part: Closing) => {
      latest.current = { ...latest.current, ...part }
      setClosing(latest.current)
      keep()
    },
    /** No more of it is written; the draft the save will finish, if there is one. */
    settle: async () => {
      await keeper.settle(id.current)
      return isTouched ? id.current : undefined
    },
    /** Whether all of it is written; told when it is not. */
    isKept: async () => {
      const refusal = await keeper.refusal(id.current)
      if (refusal !== undefined) refuse(refusal)
      return refusal === undefined
    },
    keepAgain: () => {
      keeper.resume(id.current)
      keep()
    },
  }
}
