import { render } from 'preact'
import { useCallback, useEffect, useState } from 'preact/hooks'
import { follow } from './store/follow.ts'
import type { Problem } from './store/problem.ts'
import { problemOf } from './store/problem.ts'
import type { SearchIndex } from './store/search-index.ts'
import { searchLater } from './store/search-later.ts'
import type { Space } from './store/space.ts'
import { enterExamples, leaveExamples, openCurrentSpace, startAfresh } from './store/spaces.ts'
import './ui/style/base.css'
import { later } from './ui/app/later.tsx'
import { useSpeech } from './ui/app/use-speech.ts'
import { App } from './ui/app.tsx'

const ProblemPage = later(() => import('./ui/app/problem-page.tsx').then((page) => page.ProblemPage))

type Opened = { space: Space; index: SearchIndex }
const opened = (space: Space): Opened => ({ space, index: searchLater(space) })

// Asked at once, so that the database opens while the page is being drawn.
const first = openCurrentSpace()
const afterPaint = import('./ui/app/after-paint.ts')
afterPaint.then(({ listenFromStart }) => listenFromStart()).catch(() => {})

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
    (space: Promise<Space>) =>
      space.then(
        (space) => {
          setHouse(opened(space))
          fail(undefined)
        },
        (error) => fail(problemOf(error)),
      ),
    [fail],
  )
  useEffect(() => void open(first), [open])
  useEffect(() => (house ? follow(house.space, house.index, fail) : undefined), [house, fail])
  const toExamples = useCallback(
    () =>
      void open(
        enterExamples().then(async (space) => {
          const { fillExamples } = await import('./examples/fill-examples.ts')
          await fillExamples(space)
          return space
        }),
      ),
    [open],
  )
  const fromExamples = useCallback(
    () => void (house && open(leaveExamples(house.space).then(() => openCurrentSpace()))),
    [house, open],
  )
  if (!speech) return null
  const afresh = () => void open(startAfresh())
  if (problem && !house) return <ProblemPage speech={speech} problem={problem} startAfresh={afresh} />
  if (!house) return null
  return (
    <App
      key={house.space.db.name}
      space={house.space}
      index={house.index}
      speech={speech}
      setLanguage={setLanguage}
      problem={problem}
      fail={fail}
      startAfresh={afresh}
      enterExamples={toExamples}
      leaveExamples={fromExamples}
    />
  )
}

render(<House />, document.getElementById('app') as HTMLElement)
