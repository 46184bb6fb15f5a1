import type { AnyRow } from '../../domain/record.ts'
import type { Event } from '../../domain/records/event.ts'
import { event as eventWords } from '../../i18n/fr/event.ts'
import { eventOfTheDay, lastsOn } from '../../store/event-of-the-day.ts'
import { useWords } from '../app/app-context.ts'
import { useLive } from '../app/use-live.ts'
import { useToday } from '../app/use-today.ts'
import { Button } from '../parts/button.tsx'
import { Group } from '../parts/page.tsx'
import { EventClosing } from './event-closing.tsx'
import { EventVisitors } from './event-visitors.tsx'
import { PeopleMet } from './people-met.tsx'
import { usePresence } from './use-presence.ts'

/** What an event's page has beside its fields from its first day on: presence, people met, visitors, closing. */
export const EventSides = ({ row }: { row: AnyRow }) => {
  const event = row as Event
  const today = useToday()
  if (event.startsOn > today) return null
  return (
    <>
      {!event.closedAt && <Presence event={event} />}
      <PeopleMet event={event.id} />
      <EventVisitors event={event.id} />
      <EventClosing key={event.id} event={event} />
    </>
  )
}

/** Offered on the days of the event; while one is there, the way out. */
const Presence = ({ event }: { event: Event }) => {
  const words = useWords(eventWords)
  const presence = usePresence()
  const chosen = useLive(async (space) => (await eventOfTheDay(space, presence.today))?.id ?? null, [presence.today])
  const isThere = chosen === event.id
  if (chosen === undefined || !(isThere || lastsOn(event, presence.today))) return null
  return (
    <Group heading={words.presence}>
      {isThere ? (
        <Button onClick={() => presence.leave(event)}>{words.leave}</Button>
      ) : (
        <Button look="main" wide icon="flag" onClick={() => presence.choose(event)}>
          {words.choose}
        </Button>
      )}
    </Group>
  )
}
