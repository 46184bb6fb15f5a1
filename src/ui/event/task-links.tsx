import type { AnyRow } from '../../domain/record.ts'
import { exchange as exchangeType } from '../../domain/records/exchange.ts'
import type { Person } from '../../domain/records/person.ts'
import type { Task } from '../../domain/records/task.ts'
import { dayOf, shortDate } from '../../i18n/dates.ts'
import { agenda as agendaWords } from '../../i18n/fr/agenda.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { rowOf } from '../../store/read.ts'
import type { Space } from '../../store/space.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLive } from '../app/use-live.ts'
import { LinkButton } from '../parts/button.tsx'
import { phoneIcon } from '../parts/more-icons.ts'
import { Group } from '../parts/page.tsx'
import { Item, Row } from '../parts/row.tsx'
import { rowPath } from '../paths.ts'
import style from './event.module.css'

const there = async <T extends AnyRow>(space: Space, table: string, id: string | undefined): Promise<T | undefined> => {
  const row = id === undefined ? undefined : await rowOf<T>(space, table, id)
  return row?.deletedAt ? undefined : row
}

/** The person with the call, the structure, the event and the exchange it comes from; what is gone is left out. */
export const TaskLinks = ({ task }: { task: Task }) => {
  const { space, speech } = useApp()
  const words = useWords(agendaWords)
  const { untitled } = useWords(appWords)
  const found = useLive(
    async (space) => ({
      person: await there<Person>(space, 'people', task.person),
      organisation: await there(space, 'organisations', task.organisation),
      event: await there(space, 'events', task.event),
      exchange: await there(space, 'exchanges', task.exchange),
    }),
    [task.person, task.organisation, task.event, task.exchange],
  )
  if (!found || !Object.values(found).some(Boolean)) return null
  const { person, organisation, event, exchange } = found
  const number = person?.mobile ?? person?.landline
  const named = (row: AnyRow) => String(row.name ?? '') || untitled
  const path = (table: string, row: AnyRow) => rowPath(space.catalog, table, row.id)
  const heldOn = (row: AnyRow) => shortDate(speech.language, dayOf(String(row.at)))
  return (
    <Group heading={words.concerns}>
      <ul>
        {person && (
          <Item>
            <Row title={named(person)} detail={person.position} href={path('people', person)} />
          </Item>
        )}
        {organisation && (
          <Item>
            <Row title={named(organisation)} icon="building" href={path('organisations', organisation)} />
          </Item>
        )}
        {event && (
          <Item>
            <Row title={named(event)} icon="flag" href={path('events', event)} />
          </Item>
        )}
        {exchange && (
          <Item>
            <Row
              title={speech.option(exchangeType, 'kind', String(exchange.kind))}
              detail={heldOn(exchange)}
              icon="talk"
              href={path('exchanges', exchange)}
            />
          </Item>
        )}
      </ul>
      {number && (
        <div class={style.acts}>
          <LinkButton href={`tel:${number}`} icon={phoneIcon}>
            {words.call}
          </LinkButton>
        </div>
      )}
    </Group>
  )
}
