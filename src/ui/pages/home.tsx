import { app as appWords } from '../../i18n/fr/app.ts'
import { home as homeWords } from '../../i18n/fr/home.ts'
import { homeOf } from '../../store/home.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { later } from '../app/later.tsx'
import { useLive } from '../app/use-live.ts'
import { useToday } from '../app/use-today.ts'
import { Button, LinkButton } from '../parts/button.tsx'
import { Empty, Group, Page, PageAct } from '../parts/page.tsx'
import { RecordRow } from '../parts/record-row.tsx'
import { newPath } from '../paths.ts'
import style from './home.module.css'

const Drafts = later(() => import('./drafts.tsx').then((part) => part.Drafts))
const EventChip = later(() => import('../event/event-chip.tsx').then((part) => part.EventChip))
const HomeGroups = later(() => import('../home/home-groups.tsx').then((part) => part.HomeGroups))
const StateLine = later(() => import('../sync/state-line.tsx').then((part) => part.StateLine))
const InstallHint = later(() => import('../install/install-hint.tsx').then((part) => part.InstallHint), 'rested')

/** Where one is: what is kept, where one stands today, what is to be done, what was noted last. */
export const Home = () => {
  const { space, enterExamples } = useApp()
  const words = useWords(homeWords)
  const app = useWords(appWords)
  const today = useToday()
  const known = useLive(() => homeOf(space, today), [today])
  const state = !known ? '' : known.hasContacts ? words.allHere : words.nothingYet
  const settings = (
    <PageAct icon="settings" href="/reglages">
      {app.settings}
    </PageAct>
  )
  return (
    <Page title={app.home} actions={settings}>
      {known?.isEnrolled ? (
        <StateLine />
      ) : (
        <p class={style.state} role="status">
          {state}
        </p>
      )}
      <InstallHint hasContacts={known?.hasContacts ?? false} />
      {known?.eventToday && <EventChip />}
      {known && known.drafts > 0 && <Drafts />}
      {(known?.hasContacts || known?.hasTasks) && <HomeGroups today={today} />}
      {known && known.last.length > 0 && (
        <Group heading={words.last}>
          <ul>
            {known.last.map((summary) => (
              <RecordRow key={summary.id} summary={summary} />
            ))}
          </ul>
        </Group>
      )}
      {known && !known.hasContacts && (
        <Empty>
          <p>{words.empty}</p>
          <Button onClick={enterExamples}>{words.tryExamples}</Button>
          <LinkButton look="plain" href={newPath(space.catalog, 'events')}>
            {words.prepareEvent}
          </LinkButton>
          {!known.isEnrolled && (
            <LinkButton look="plain" href="/entrer">
              {words.haveCode}
            </LinkButton>
          )}
        </Empty>
      )}
    </Page>
  )
}
