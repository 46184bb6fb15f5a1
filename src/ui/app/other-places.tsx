import '../../domain/whole-catalog.ts'
import { NotFound } from '../pages/not-found.tsx'
import { useApp } from './app-context.ts'
import { later } from './later.tsx'
import { AgendaPlace, detailOf, Sides } from './places.tsx'

const Pilotage = later(() => import('../pages/pilotage.tsx').then((page) => page.PilotagePage))
const RecordList = later(() => import('../lists/record-list.tsx').then((page) => page.RecordList))
const Trash = later(() => import('../pages/trash.tsx').then((page) => page.TrashPage))
const Twins = later(() => import('../twins/twins-page.tsx').then((page) => page.TwinsPage))
const Request = later(() => import('../request/request-page.tsx').then((page) => page.RequestPage))
const Refused = later(() => import('../sync/refused-page.tsx').then((page) => page.RefusedPage))
const Correction = later(() => import('../record/correction-page.tsx').then((page) => page.CorrectionPage))
const Settings = later(() => import('../pages/settings.tsx').then((page) => page.SettingsPage))
const Install = later(() => import('../pages/install.tsx').then((page) => page.InstallPage))
const Enter = later(() => import('../pages/enter.tsx').then((page) => page.EnterPage))
const Team = later(() => import('../pages/team.tsx').then((page) => page.TeamPage))

/** The figures, or one of the lists they lead to with the record one chose. */
const PilotagePlace = ({ table, id }: { table: string | undefined; id: string | undefined }) => {
  const { space } = useApp()
  if (!table) return <Pilotage />
  if (!space.catalog[table]?.inPilotage) return <NotFound />
  return <Sides list={<RecordList key={table} table={table} current={id} />} detail={detailOf(table, id)} />
}

/** The pages one seldom arrives at: where they are is no part of the first download. */
export const OtherPlaces = ({ path }: { path: string }) => {
  const [place, table, one, other] = path.slice(1).split('/')
  if (place === 'doublons') return <Twins table={table} one={one} other={other} />
  if (place === 'pilotage' && other === undefined) return <PilotagePlace table={table} id={one} />
  if (place === 'agenda' && other === undefined) return <AgendaPlace table={table} id={one} />
  if (path === '/demande') return <Request />
  if (path === '/corbeille') return <Trash />
  if (path === '/a-revoir') return <Refused />
  if (place === 'a-revoir' && table) return <Correction key={table} n={Number(table)} />
  if (path === '/reglages') return <Settings />
  if (path === '/installer') return <Install />
  if (path === '/entrer') return <Enter />
  if (path === '/equipe') return <Team />
  return <NotFound />
}
