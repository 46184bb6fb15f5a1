import { NotFound } from '../pages/not-found.tsx'
import { later } from './later.tsx'

const Pilotage = later(() => import('../pages/pilotage.tsx').then((page) => page.PilotagePage))
const Trash = later(() => import('../pages/trash.tsx').then((page) => page.TrashPage))
const Twins = later(() => import('../twins/twins-page.tsx').then((page) => page.TwinsPage))
const Request = later(() => import('../request/request-page.tsx').then((page) => page.RequestPage))
const Refused = later(() => import('../sync/refused-page.tsx').then((page) => page.RefusedPage))
const Correction = later(() => import('../record/correction-page.tsx').then((page) => page.CorrectionPage))
const Settings = later(() => import('../pages/settings.tsx').then((page) => page.SettingsPage))
const Install = later(() => import('../pages/install.tsx').then((page) => page.InstallPage))
const Enter = later(() => import('../pages/enter.tsx').then((page) => page.EnterPage))
const Team = later(() => import('../pages/team.tsx').then((page) => page.TeamPage))

/** The pages one seldom arrives at: where they are is no part of the first download. */
export const OtherPlaces = ({ path }: { path: string }) => {
  const [place, table, one, other] = path.slice(1).split('/')
  if (place === 'doublons') return <Twins table={table} one={one} other={other} />
  if (path === '/pilotage') return <Pilotage />
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
