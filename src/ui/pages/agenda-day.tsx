import { useState } from 'preact/hooks'
import { event as eventType } from '../../domain/records/event.ts'
import { exchange as exchangeType } from '../../domain/records/exchange.ts'
import { clockTime, shortDate } from '../../i18n/dates.ts'
import { agenda as agendaWords } from '../../i18n/fr/agenda.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import type { DatedExchange } from '../../store/agenda.ts'
import type { Whose } from '../../store/todo.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLocation } from '../app/location.tsx'
import { dayHeading } from '../event/day-word.ts'
import { TaskRow } from '../event/task-row.tsx'
import { Button } from '../parts/button.tsx'
import { Group } from '../parts/page.tsx'
import { Item, Row } from '../parts/row.tsx'
import { rowPath } from '../paths.ts'
import { lineOf, namesInWords } from '../record-line.ts'
import type { AgendaDay, EventOnDay, PeriodOnDay } from './agenda-days.ts'

/** Past this, a day of a fair would hide the days after it. */
const exchangesAtOnce = 6

type Props = { day: AgendaDay; today: string; whose?: Whose }
/** One day: its events, who is in companies, what to do, then exchanges by the hour. */
export const Day = ({ day, today, whose }: Props) => {
  const { speech } = useApp()
  const words = useWords(agendaWords)
  const [all, setAll] = useState(false)
  const isLong = !all && day.exchanges.length > exchangesAtOnce + 1
  const shown = isLong ? day.exchanges.slice(0, exchangesAtOnce) : day.exchanges
  return (
    <Group heading={dayHeading(speech, today, day.day)}>
      <ul>
        {day.events.map((one) => (
          <Item key={one.row.id}>
            <EventRow {...one} />
          </Item>
        ))}
        {day.periods.map((one) => (
          <Item key={one.row.id}>
            <PeriodRow {...one} />
          </Item>
        ))}
        {day.tasks.map((task) => (
          <Item key={task.id}>
            <TaskRow task={task} {...(whose && { whose })} onItsDay />
          </Item>
        ))}
        {shown.map((one) => (
          <Item key={one.row.id}>
            <ExchangeRow {...one} />
          </Item>
        ))}
      </ul>
      {isLong && (
        <Button look="plain" onClick={() => setAll(true)}>
          {words.otherExchanges(day.exchanges.length - exchangesAtOnce)}
        </Button>
      )}
    </Group>
  )
}

const EventRow = ({ row, until }: EventOnDay) => {
  const { space, speech } = useApp()
  const words = useWords(agendaWords)
  const { untitled } = useWords(appWords)
  const { path } = useLocation()
  const href = rowPath(space.catalog, 'events', row.id)
  const detail = [
    until && words.until(shortDate(speech.language, until)),
    row.kind && speech.option(eventType, 'kind', row.kind),
    row.place,
  ]
  return (
    <Row
      title={row.name || untitled}
      detail={detail.filter(Boolean).join(' · ')}
      icon="flag"
      aside={row.closedAt && words.closed}
      href={href}
      current={path === href}
    />
  )
}

const PeriodRow = ({ summary, until }: PeriodOnDay) => {
  const { space, speech } = useApp()
  const words = useWords(agendaWords)
  const { path } = useLocation()
  const { title, detail, icon } = lineOf(speech, space.catalog, summary)
  const href = rowPath(space.catalog, summary.table, summary.id)
  const told = [until && words.until(shortDate(speech.language, until)), detail]
  return <Row title={title} detail={told.filter(Boolean).join(' · ')} icon={icon} href={href} current={path === href} />
}

const ExchangeRow = ({ row, summary }: DatedExchange) => {
  const { space, speech } = useApp()
  const { path } = useLocation()
  const href = rowPath(space.catalog, 'exchanges', row.id)
  const told = (name: 'people' | 'organisation') => {
    const value = summary.values[exchangeType.summary.indexOf(name)]
    return Array.isArray(value) ? namesInWords(speech, exchangeType.fields[name].to ?? '', value) : ''
  }
  const kind = speech.option(exchangeType, 'kind', row.kind)
  const [title, ...rest] = [told('people'), told('organisation'), row.subject, kind].filter(Boolean)
  return (
    <Row
      title={title ?? kind}
      detail={rest.join(' · ')}
      icon="talk"
      aside={clockTime(speech.language, row.at)}
      href={href}
      current={path === href}
    />
  )
}
