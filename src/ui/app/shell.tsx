import { useEffect } from 'preact/hooks'
import { Route, Router, useLocation } from 'preact-iso/router'
import { dayOf } from '../../i18n/dates.ts'
import { eventOfTheDay } from '../../store/event-of-the-day.ts'
import type { Problem } from '../../store/problem.ts'
import { CaptureSheet, type OpenCapture } from '../capture/capture-sheet.tsx'
import { Home } from '../pages/home.tsx'
import { NotFound } from '../pages/not-found.tsx'
import { useApp } from './app-context.ts'
import { Bar } from './bar.tsx'
import { BrokenPage } from './broken-page.tsx'
import { later } from './later.tsx'
import { NoticeLine } from './notice-line.tsx'
import { AgendaPlace, ContactsPlace } from './places.tsx'
import { ProblemPage } from './problem-page.tsx'
import style from './shell.module.css'
import { TopLines } from './top-lines.tsx'
import { useFormOpen } from './use-form-open.ts'
import { useLive } from './use-live.ts'

const VisitorCounter = later(() => import('../event/visitor-counter.tsx').then((part) => part.VisitorCounter))
const Pilotage = later(() => import('../pages/pilotage.tsx').then((page) => page.PilotagePage))
const Trash = later(() => import('../pages/trash.tsx').then((page) => page.TrashPage))
const Settings = later(() => import('../pages/settings.tsx').then((page) => page.SettingsPage))
const Install = later(() => import('../pages/install.tsx').then((page) => page.InstallPage))

type Props = { expose: (open: OpenCapture) => void; problem: Problem | undefined; startAfresh: () => void }

/** What stands around every page: the lines at the top, the bar, the sheet to capture with, the line of what just happened. */
export const Shell = ({ expose, problem, startAfresh }: Props) => {
  const { space, speech, openCapture } = useApp()
  const formOpen = useFormOpen()
  const { path, query, route } = useLocation()
  const event = useLive(() => eventOfTheDay(space, dayOf(space.now())), [])
  useEffect(() => {
    if (query.ajouter === undefined) return
    route('/', true)
    openCapture()
  }, [query.ajouter, route, openCapture])
  return (
    <div class={style.shell}>
      <TopLines />
      {problem && <ProblemPage speech={speech} problem={problem} startAfresh={startAfresh} />}
      <main class={style.main} hidden={problem !== undefined && !formOpen}>
        <BrokenPage path={path}>
          <Router>
            <Route path="/" component={Home} />
            <Route path="/contacts/:table?/:id?" component={ContactsPlace} />
            <Route path="/agenda/:table?/:id?" component={AgendaPlace} />
            <Route path="/pilotage" component={Pilotage} />
            <Route path="/corbeille" component={Trash} />
            <Route path="/reglages" component={Settings} />
            <Route path="/installer" component={Install} />
            <Route default component={NotFound} />
          </Router>
        </BrokenPage>
      </main>
      <NoticeLine />
      <Bar path={path} add={() => openCapture()} beside={event && <VisitorCounter event={event} />} />
      <CaptureSheet event={event} expose={expose} />
    </div>
  )
}
