import { useMemo, useRef } from 'preact/hooks'
import { type Draft, draftKeeper, dropDraft, newDraftId } from '../../store/drafts.ts'
import { useApp } from '../app/app-context.ts'
import { type Captured, nameOf } from './captured.ts'

type Values = Draft['values']

export const toDraftValues = ({ callBack, organisationId, ...captured }: Captured): Values => ({
  ...captured,
  ...(organisationId !== undefined && { organisationId }),
  ...(callBack !== undefined && { callBack: String(callBack) }),
})
export const fromDraftValues = ({ callBack, ...values }: Values): Captured => ({
  ...(values as unknown as Captured),
  ...(callBack !== undefined && { callBack: Number(callBack) }),
})

/** The drafts of the capture sheet: one a contact, written while one types. */
export const useCaptureDraft = () => {
  const { space } = useApp()
  const id = useRef('')
  const kept = useRef(false)
  const keeper = useMemo(() => draftKeeper(space, () => {}), [space])
  return useMemo(() => {
    const idOf = () => {
      id.current ||= newDraftId()
      return id.current
    }
    return {
      id: idOf,
      begin: (resumed = '') => {
        id.current = resumed
        kept.current = resumed !== ''
        if (resumed) keeper.resume(resumed)
      },
      keep: (captured: Captured) => {
        kept.current = true
        keeper.keep({
          id: idOf(),
          form: 'capture',
          title: nameOf(captured),
          values: toDraftValues(captured),
          updatedAt: new Date(space.now()).toISOString(),
        })
      },
      /** No more of this one is written; what was is removed by the save. */
      settle: (which: string) => keeper.settle(which),
      /** Why this one could not be written; undefined when it was. */
      refusal: (which: string) => keeper.refusal(which),
      drop: async () => {
        const [dropped, wasKept] = [idOf(), kept.current]
        await keeper.settle(dropped)
        if (wasKept) await dropDraft(space, dropped)
      },
    }
  }, [keeper, space])
}
