import { useEffect, useMemo, useRef } from 'preact/hooks'
import { type Draft, draftKeeper, dropDraft, newDraftId } from '../../store/drafts.ts'
import { useApp } from '../app/app-context.ts'
import type { Captured } from './contact-edits.ts'

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

/** The draft of the capture sheet: one an opening, written while one types. */
export const useCaptureDraft = () => {
  const { space } = useApp()
  const id = useRef(newDraftId())
  const kept = useRef(false)
  const keeper = useMemo(() => draftKeeper(space, () => {}), [space])
  useEffect(() => () => void keeper.stop(), [keeper])
  return useMemo(
    () => ({
      id: () => id.current,
      begin: (resumed?: string) => {
        id.current = resumed ?? newDraftId()
        kept.current = resumed !== undefined
      },
      keep: (captured: Captured) => {
        kept.current = true
        keeper.keep({
          id: id.current,
          form: 'capture',
          title: captured.name || captured.organisation || captured.contactPoint || captured.note,
          values: toDraftValues(captured),
          updatedAt: new Date(space.now()).toISOString(),
        })
      },
      /** No more of it is written; what was is removed by the save, or here. */
      settle: () => keeper.stop(),
      drop: async () => {
        await keeper.stop()
        if (kept.current) await dropDraft(space, id.current)
      },
    }),
    [keeper, space],
  )
}
