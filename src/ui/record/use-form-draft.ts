import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { app as appWords } from '../../i18n/fr/app.ts'
import { record as recordWords } from '../../i18n/fr/record.ts'
import { type Draft, draftKeeper, draftsOf, dropDraft, keepDraft, newDraftId } from '../../store/drafts.ts'
import { problemOf } from '../../store/problem.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLocation } from '../app/location.tsx'
import { resumePath } from '../resume-path.ts'
import type { TypedValues } from './face.ts'

type Asked = {
  /** `new/<table>`, `new/<table>/<page>/<row>` inside the page of another row, `edit/<table>/<row>`, or `refused/<number>`. */
  form: string
  /** The draft one comes back to; without it, the latest that suits. */
  asked?: string | undefined
  /** Whether a waiting draft is about what this form was opened for. */
  suits?: (values: TypedValues) => boolean
  /** Hears which draft this form writes, before the address tells it. */
  writes?: (id: string) => void
}

/** The draft of one form: found again when it is opened, written at each input, kept when one leaves. Undefined until it was looked for. */
export const useFormDraft = ({ form, asked, suits = () => true, writes }: Asked) => {
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
  const comeBack = (draft: Draft | undefined) => route((draft && resumePath(space.catalog, draft)) ?? '/')
  /** From the first word on, the address tells the draft: a page that is loaded again finds it. */
  const addressed = useRef(asked)
  const tellAddress = () => {
    const path = resumePath(space.catalog, { id: id.current, form })
    if (addressed.current === id.current || !path?.includes('draft=')) return
    addressed.current = id.current
    writes?.(id.current)
    route(path, true)
  }
  // A form looks for its draft once, when it is opened.
  useEffect(() => {
    draftsOf(space).then(
      (drafts) => {
        const ofForm = drafts.filter((one) => one.form === form)
        const draft = asked ? ofForm.find((one) => one.id === asked) : ofForm.find((one) => suits(one.values))
        if (draft) id.current = draft.id
        last.current = draft
        setFound({ draft })
      },
      () => setFound({ draft: undefined }),
    )
    return () => {
      if (!last.current) return
      const act = { word: words.resume, run: () => comeBack(last.current) }
      void keeper.refusal(last.current.id).then((refusal) => {
        if (refusal === undefined) tell({ text: words.draftKept, act })
        else tell({ text: app.problem[problemOf(refusal)], urgent: true, act })
      })
    }
  }, [space, form])
  const forget = async (which = id.current) => {
    last.current = undefined
    await keeper.settle(which)
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
      tellAddress()
    },
    /** Nothing more is written; the save takes the draft away. */
    settle: () => forget(),
    /** The save failed: what is typed is written again. */
    resume: () => keeper.resume(id.current),
    /** Takes it away, and says so with the way back. */
    async drop(quiet = false) {
      const [dropped, dropping] = [last.current, id.current]
      // What is typed from now on is another draft: this one's end must not take it along.
      id.current = newDraftId()
      await forget(dropping)
      await dropDraft(space, dropping)
      if (!dropped || quiet) return
      const bringBack = () => void keepDraft(space, dropped).then(() => comeBack(dropped))
      tell({ text: words.cleared, act: { word: app.undo, run: bringBack } })
    },
  }
}
export type FormDraft = NonNullable<ReturnType<typeof useFormDraft>>
