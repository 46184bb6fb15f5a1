import { useRef } from 'preact/hooks'

/** The last answer there was: a list that was asked for more stands until the longer one is there. */
export const useLast = <T>(answer: T | undefined): T | undefined => {
  const last = useRef(answer)
  if (answer !== undefined) last.current = answer
  return last.current
}
