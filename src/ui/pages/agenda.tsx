import { useRef } from 'preact/hooks'
import { agenda as agendaWords } from '../../i18n/fr/agenda.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLocation } from '../app/location.tsx'
import { useToday } from '../app/use-today.ts'
import { LinkButton } from '../parts/button.tsx'
import { clockIcon } from '../parts/more-icons.ts'
import { Page } from '../parts/page.tsx'
import { newPath } from '../paths.ts'
import style from './agenda.module.css'
import { Coming } from './agenda-coming.tsx'
import { Past } from './agenda-past.tsx'

/** Events, dated exchanges and what is to be done, by day; the days gone by are one tap away and have an address. */
export const AgendaPage = () => {
  const { space } = useApp()
  const words = useWords(agendaWords)
  const { path, query } = useLocation()
  const today = useToday()
  // On a desk the list stays beside the record one opens: it goes on showing the days it showed.
  const wasPast = useRef(false)
  if (path === '/agenda') wasPast.current = query.past !== undefined
  const isPast = wasPast.current
  const create = (table: string) => newPath(space.catalog, table)
  return (
    <Page title={isPast ? words.past : words.title} {...(isPast && { back: '/agenda' })}>
      {!isPast && (
        <nav class={style.acts} aria-label={words.add}>
          <LinkButton icon="plus" href={create('events')}>
            {words.event}
          </LinkButton>
          <LinkButton icon="plus" href={create('exchanges')}>
            {words.exchange}
          </LinkButton>
          <LinkButton icon="plus" href={create('tasks')}>
            {words.task}
          </LinkButton>
          <LinkButton look="plain" icon={clockIcon} href="/agenda?past=1">
            {words.past}
          </LinkButton>
        </nav>
      )}
      {isPast ? <Past today={today} /> : <Coming today={today} />}
    </Page>
  )
}
