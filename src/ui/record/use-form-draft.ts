import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { app as appWords } from '../../i18n/fr/app.ts'
import { record as recordWords } from '../../i18n/fr/record.ts'
import { type Draft, draftKeeper, draftsOf, dropDraft, keepDraft, newDraftId } from '../../store/drafts.ts'
import { problemOf } from '../../store/problem.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLocation } from '../app/location.tsx'
import type { TypedValues } from './face.ts'

type Asked = {
  /** `new/<table>` or `edit/<table>/<row>`. */
  form: string
  /** Where one comes back to it. */
  path: string
  /** Whether a waiting draft is about what this form was opened for. */
  suits?: (values: TypedValues) => boolean
}

/** The draft of one form: found again when it is opened, written at each input, kept when one leaves. Undefined until it was looked for. */
export const useFormDraft = ({ form, path, suits = () => true }: Asked) => {
  const { space, tell } = useApp()
  const words = useWords(recordWords)
  const app = useWords(appWords)
  const { route } = useLocation()
  const [found, setFound] = useState<{ draft: Draft | undefined }>()
  const id = useRef(newDraftId())
  const last = useRef<Draft>(undefined)
  const keeper = useMemo(
    () => draftKeeper(space, (error) => tell({ text: app.problem[problemOf(error)], urgent: true })),
    [space, tell, app],
  )
  // A form looks for its draft once, when it is opened.
  useEffect(() => {
    draftsOf(space).then(
      (drafts) => {
        const draft = drafts.find((one) => one.form === form && suits(one.values))
        if (draft) id.current = draft.id
        last.current = draft
        setFound({ draft })
      },
      () => setFound({ draft: undefined }),
    )
    return () => {
      if (last.current) tell({ text: words.draftKept, act: { word: words.resume, run: () => route(path) } })
    }
  }, [space, form])
  const forget = async () => {
    last.current = undefined
    await keeper.stop()
  }
  if (!found) return undefined
  return {
    id: () => id.current,
    restored: found.draft?.values,
    /** The draft that was found is finished, one way or the other. */
    forgetRestored: () => setFound({ draft: undefined }),
    keep(values: TypedValues, title: string) {
      const updatedAt = new Date(space.now()).toISOString()
      last.current = { id: id.current, form, title, values, updatedAt }
      keeper.keep(last.current)
    },
    /** Nothing more is written; the save takes the draft away. */
    settle: forget,
    /** Takes it away, and says so with the way back. */
    async drop(quiet = false) {
      const [dropped, dropping] = [last.current, id.current]
      // What is typed from now on is another draft: this one's end must not take it along.
      id.current = newDraftId()
      await forget()
      await dropDraft(space, dropping)
      if (!dropped || quiet) return
      const bringBack = () => void keepDraft(space, dropped).then(() => route(path))
      tell({ text: words.cleared, act: { word: app.undo, run: bringBack } })
    },
  }
}
export type FormDraft = NonNullable<ReturnType<typeof useFormDraft>>
