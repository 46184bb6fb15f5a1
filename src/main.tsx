import { render } from 'preact'
import { useCallback, useEffect, useState } from 'preact/hooks'
import { follow } from './store/follow.ts'
import type { Problem } from './store/problem.ts'
import { problemOf } from './store/problem.ts'
import type { SearchIndex } from './store/search-index.ts'
import { searchLater } from './store/search-later.ts'
import type { Space } from './store/space.ts'
import { openCurrentSpace } from './store/spaces.ts'
import './ui/style/base.css'
import type { Acts } from './ui/app/acts.ts'
import { later } from './ui/app/later.tsx'
import { rested } from './ui/app/rested.ts'
import { useSpeech } from './ui/app/use-speech.ts'
import { App } from './ui/app.tsx'
import { capturePrompt } from './ui/install/install-prompt.ts'

const ProblemPage = later(() => import('./ui/app/problem-page.tsx').then((page) => page.ProblemPage))

const acts = () => import('./acts.ts')

type Show = (space: Promise<Space>) => void
type Opened = { space: Space; index: SearchIndex; show: Show; acts: Acts }
const opened = (space: Space, show: Show): Opened => {
  // The code of an act comes when it is asked for.
  const act = (_: Acts, name: keyof Acts) => async (asked: never, more: never) =>
    (await acts()).act({ space, show }, name, asked, more)
  return { space, show, index: searchLater(space), acts: new Proxy({} as Acts, { get: act }) }
}

// Asked at once, so that the database opens while the page is being drawn.
const first = openCurrentSpace()
// The browser offers to install early, and only once.
capturePrompt()
const afterPaint = rested.then(() => import('./ui/app/after-paint.ts'))
afterPaint.then(({ watchProblems }) => watchProblems()).catch(() => {})

/** The whole house: opens the store, shows the pages over it, or says why it cannot. */
const House = () => {
  const [speech, setLanguage] = useSpeech()
  const [house, setHouse] = useState<Opened>()
  const [problem, setProblem] = useState<Problem>()
  const fail = useCallback((met: Problem | undefined) => {
    setProblem(met)
    if (met) afterPaint.then(({ rememberProblem }) => rememberProblem(met)).catch(() => {})
  }, [])
  const open = useCallback(
    (space: Promise<Space>): void =>
      void space.then(
        (space) => {
          setHouse(opened(space, open))
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
  useEffect(() => {
    const going = house && rested.then(acts).then(({ accompany }) => accompany(house))
    return () => void going?.then((stop) => stop())
  }, [house])
  const enterExamples = useCallback(() => open(acts().then((some) => some.enterExamples())), [open])
  const leaveExamples = useCallback(
    () => house && open(acts().then((some) => some.leaveExamples(house.space))),
    [house, open],
  )
  if (!speech) return null
  const afresh = () => open(acts().then((some) => some.startAfresh()))
  if (problem && !house) return <ProblemPage speech={speech} problem={problem} startAfresh={afresh} />
  if (!house) return null
  return (
    <App
      key={house.space.db.name}
      space={house.space}
      index={house.index}
      acts={house.acts}
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
