import { useState } from 'preact/hooks'
import { dayOf, shortDate } from '../../i18n/dates.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { trash as trashWords } from '../../i18n/fr/trash.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLocation } from '../app/location.tsx'
import { useLast } from '../app/use-last.ts'
import { useLive } from '../app/use-live.ts'
import { Button, LinkButton } from '../parts/button.tsx'
import { Empty, Page } from '../parts/page.tsx'
import { deletedRows } from './deleted-rows.ts'
import style from './trash.module.css'
import { TrashRow } from './trash-row.tsx'

const step = 50

export const TrashPage = () => {
  const { space, speech } = useApp()
  const { query } = useLocation()
  const words = useWords(trashWords)
  const app = useWords(appWords)
  const [limit, setLimit] = useState(step)
  const rows = useLast(useLive((space) => deletedRows(space, limit), [limit]))
  const today = dayOf(space.now())
  const dayName = (day: string) => (day === today ? app.today : shortDate(speech.language, day))
  return (
    <Page title={words.title} back={query.de === 'reglages' ? '/reglages' : '/contacts/people'}>
      <p class={style.about}>{words.about}</p>
      {rows && (
        <ul>
          {rows.some.map((deleted) => (
            <TrashRow key={deleted.summary.id} deleted={deleted} day={dayName(dayOf(deleted.at))} />
          ))}
        </ul>
      )}
      {rows && rows.some.length < rows.total && (
        <Button wide onClick={() => setLimit(limit + step * 2)}>
          {app.more}
        </Button>
      )}
      {rows?.total === 0 && (
        <Empty>
          <p>{words.empty}</p>
          <LinkButton href="/contacts/people">{words.emptyAct}</LinkButton>
        </Empty>
      )}
    </Page>
  )
}
