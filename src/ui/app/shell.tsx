import { useEffect } from 'preact/hooks'
import { firstTables } from '../../domain/catalog.ts'
import { eventOfTheDay } from '../../store/event-of-the-day.ts'
import type { Problem } from '../../store/problem.ts'
import { CaptureSheet, type OpenCapture } from '../capture/capture-sheet.tsx'
import { useApp } from './app-context.ts'
import { Bar } from './bar.tsx'
import { BrokenPage } from './broken-page.tsx'
import { later } from './later.tsx'
import { useLocation } from './location.tsx'
import { NoticeLine } from './notice-line.tsx'
import { AgendaPlace, ContactsPlace } from './places.tsx'
import style from './shell.module.css'
import { TopLines } from './top-lines.tsx'
import { useFormOpen } from './use-form-open.ts'
import { useLive } from './use-live.ts'
import { useToday } from './use-today.ts'

const VisitorCounter = later(() => import('../event/visitor-counter.tsx').then((part) => part.VisitorCounter))
const ProblemPage = later(() => import('./problem-page.tsx').then((page) => page.ProblemPage))
const Home = later(
  () => import('../pages/home.tsx').then((page) => page.Home),
  location.pathname === '/' ? 'arriving' : 'drawn',
)
const OtherPlaces = later(() => import('./other-places.tsx').then((part) => part.OtherPlaces))

/** The page an address stands for. */
const PageAt = ({ path }: { path: string }) => {
  const [place, table, id, more] = path.slice(1).split('/')
  if (more === undefined && place === 'contacts') return <ContactsPlace table={table} id={id} />
  if (more === undefined && place === 'agenda' && (!table || firstTables.has(table)))
    return <AgendaPlace table={table} id={id} />
  if (path === '/') return <Home />
  return <OtherPlaces path={path} />
}

type Props = { expose: (open: OpenCapture) => void; problem: Problem | undefined; startAfresh: () => void }

/** What stands around every page: the lines at the top, the bar, the sheet to capture with, the line of what just happened. */
export const Shell = ({ expose, problem, startAfresh }: Props) => {
  const { space, speech, openCapture } = useApp()
  const formOpen = useFormOpen()
  const { path, query, route } = useLocation()
  const today = useToday()
  const event = useLive(() => eventOfTheDay(space, today), [today])
  useEffect(() => {
    if (query.ajouter === undefined) return
    route('/', true)
    openCapture()
  }, [query.ajouter, route, openCapture])
  return (
    <div class={event ? `${style.shell} ${style.counting}` : style.shell}>
      <TopLines />
      {problem && <ProblemPage speech={speech} problem={problem} startAfresh={startAfresh} />}
      <main class={style.main} hidden={problem !== undefined && !formOpen}>
        <BrokenPage path={path}>
          <PageAt path={path} />
        </BrokenPage>
      </main>
      <NoticeLine />
      <Bar path={path} add={() => openCapture()} beside={event && <VisitorCounter event={event} />} />
      <CaptureSheet event={event} expose={expose} />
    </div>
  )
}
