import { useCallback, useMemo, useRef, useState } from 'preact/hooks'
import type { Language, Speech } from '../i18n/language.ts'
import type { Problem } from '../store/problem.ts'
import type { SearchIndex } from '../store/search-index.ts'
import type { Space } from '../store/space.ts'
import type { Acts } from './app/acts.ts'
import { AppContext, type App as AppGiven, type Notice, TellingContext } from './app/app-context.ts'
import { LocationProvider } from './app/location.tsx'
import { Shell } from './app/shell.tsx'
import type { OpenCapture } from './capture/capture-sheet.tsx'

export type AppProps = {
  space: Space
  index: SearchIndex
  acts: Acts
  speech: Speech
  setLanguage: (language: Language) => void
  /** Why the store can no longer be shown. */
  problem: Problem | undefined
  fail: (problem: Problem) => void
  startAfresh: () => void
  enterExamples: () => void
  leaveExamples: () => void
}

/** Everything the person sees, once the store is open. */
export const App = (props: AppProps) => {
  const { space, index, acts, speech, setLanguage, problem, fail, startAfresh, enterExamples, leaveExamples } = props
  const [told, setTold] = useState<{ notice: Notice; within: string | undefined }>()
  const [host, showIn] = useState<string>()
  const within = useRef(host)
  const setHost = useCallback((sheet: string | undefined) => {
    within.current = sheet
    showIn(sheet)
  }, [])
  const tell = useCallback((notice: Notice | undefined) => setTold(notice && { notice, within: within.current }), [])
  const dismiss = useCallback(() => tell(undefined), [tell])
  const openCapture = useRef<OpenCapture>(() => {})
  const expose = useCallback((open: OpenCapture) => {
    openCapture.current = open
  }, [])
  const given = useMemo<AppGiven>(
    () => ({
      space,
      index,
      acts,
      speech,
      tell,
      fail,
      openCapture: (prefill) => openCapture.current(prefill),
      setLanguage,
      enterExamples,
      leaveExamples,
    }),
    [space, index, acts, speech, tell, fail, setLanguage, enterExamples, leaveExamples],
  )
  // The same as before, unless what it is given changed: a line that is told draws that line and nothing else.
  const shell = useMemo(
    () => (
      <LocationProvider>
        <Shell expose={expose} problem={problem} startAfresh={startAfresh} />
      </LocationProvider>
    ),
    [expose, problem, startAfresh],
  )
  return (
    <AppContext.Provider value={given}>
      <TellingContext.Provider value={{ ...told, dismiss, host, setHost }}>{shell}</TellingContext.Provider>
    </AppContext.Provider>
  )
}
