import { render } from 'preact'
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { letGoAsleep } from './store/asleep.ts'
import { follow } from './store/follow.ts'
import type { Problem } from './store/problem.ts'
import { problemOf } from './store/problem.ts'
import type { SearchIndex } from './store/search-index.ts'
import { searchLater } from './store/search-later.ts'
import type { Space } from './store/space.ts'
import { openCurrentSpace } from './store/spaces.ts'
import './ui/style/base.css'
import { actsLater } from './ui/app/acts-later.ts'
import { later } from './ui/app/later.tsx'
import { rested } from './ui/app/rested.ts'
import { useSpeech } from './ui/app/use-speech.ts'
import { App } from './ui/app.tsx'
import { capturePrompt } from './ui/install/install-prompt.ts'

const ProblemPage = later(() => import('./ui/app/problem-page.tsx').then((page) => page.ProblemPage))

const acts = () => import('./acts.ts')

type Opened = { space: Space; index: SearchIndex }
const opened = (space: Space): Opened => ({ space, index: searchLater(space) })

letGoAsleep()
// Asked at once, so that the database opens while the page is being drawn.
const first = openCurrentSpace()
// The browser offers to install early, and only once.
capturePrompt()
const afterPaint = rested.then(() => import('./ui/app/after-paint.ts'))
afterPaint.then(({ watchProblems }) => watchProblems()).catch(() => {})
Promise.all([afterPaint, first])
  .then(([{ beginLog }]) => beginLog())
  .catch(() => {})

/** The whole house: opens the store, shows the pages over it, or says why it cannot. */
const House = () => {
  const [speech, setLanguage] = useSpeech()
  const [house, setHouse] = useState<Opened>()
  const inside = useRef<Space>(undefined)
  const [problem, setProblem] = useState<Problem>()
  const fail = useCallback((met: Problem | undefined) => {
    setProblem(met)
    if (met) afterPaint.then(({ rememberProblem }) => rememberProblem(met)).catch(() => {})
  }, [])
  const open = useCallback(
    (space: Promise<Space>) =>
      void space.then(
        (space) => {
          // The same database again, which is in a space now: the pages go on with the connection they have.
          const isIn = inside.current?.install === space.install && inside.current.db.isOpen()
          if (isIn) space.db.close()
          else {
            inside.current = space
            setHouse(opened(space))
          }
          fail(undefined)
        },
        (error) => fail(problemOf(error)),
      ),
    [fail],
  )
  useEffect(() => open(first), [open])
  // Another tab left the examples: nothing of one's own is gone.
  const meet = useCallback(
    (met: Problem) => (met === 'wiped' && house?.space.kind === 'examples' ? open(openCurrentSpace()) : fail(met)),
    [house, open, fail],
  )
  useEffect(() => (house ? follow(house.space, house.index, meet) : undefined), [house, meet])
  const shown = useMemo(() => house && { space: house.space, show: open }, [house, open])
  useEffect(() => {
    const accompanied = shown && rested.then(acts).then(({ accompany }) => accompany(shown))
    return () =>
      void accompanied?.then(
        (stop) => stop(),
        () => {},
      )
  }, [shown])
  const given = useMemo(() => shown && actsLater(() => acts().then(({ actsOf }) => actsOf(shown))), [shown])
  const enterExamples = useCallback(() => open(acts().then((some) => some.enterExamples())), [open])
  const leaveExamples = useCallback(
    () => house && open(acts().then((some) => some.leaveExamples(house.space))),
    [house, open],
  )
  if (!speech) return null
  const afresh = () => open(acts().then((some) => some.startAfresh()))
  if (problem && !house) return <ProblemPage speech={speech} problem={problem} startAfresh={afresh} />
  if (!house || !given) return null
  return (
    <App
      key={house.space.db.name}
      space={house.space}
      index={house.index}
      acts={given}
      speech={speech}
      setLanguage={setLanguage}
      problem={problem}
      fail={meet}
      startAfresh={afresh}
      enterExamples={enterExamples}
      leaveExamples={leaveExamples}
    />
  )
}

render(<House />, document.getElementById('app') as HTMLElement)
