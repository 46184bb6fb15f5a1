import { useEffect, useState } from 'preact/hooks'
import { isFormOpenHere, whenNoFormIsOpen } from '../update/open-form.ts'

/** Whether a form was open in this tab when last drawn; drawn anew when the last of them closes. */
export const useFormOpen = (): boolean => {
  const [, redraw] = useState(0)
  const open = isFormOpenHere()
  useEffect(() => {
    if (open) whenNoFormIsOpen(() => redraw((n) => n + 1))
  }, [open])
  return open
}
