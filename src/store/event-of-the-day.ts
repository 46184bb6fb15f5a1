import type { Event } from '../domain/records/event.ts'
import { notesOf } from './device-notes.ts'
import { between, rowOf } from './read.ts'
import type { Space } from './space.ts'

/** Whether an event lasts on this day, `YYYY-MM-DD`; an end before the start is taken for a slip. */
export const lastsOn = ({ startsOn, endsOn }: Pick<Event, 'startsOn' | 'endsOn'>, day: string): boolean =>
  startsOn <= day && day <= (endsOn && endsOn > startsOn ? endsOn : startsOn)

/** The events that last today and are not closed, in the order they began. */
export const eventsToday = async (space: Space, today: string): Promise<Event[]> =>
  (await between<Event>(space, 'events', '', today)).filter((event) => lastsOn(event, today) && !event.closedAt)

/** The event one stands at: chosen today, on this device, and neither closed nor deleted since. */
export const eventOfTheDay = async (space: Space, today: string): Promise<Event | undefined> => {
  const { eventOfTheDay: chosen } = await notesOf(space)
  if (chosen?.day !== today) return undefined
  const event = await rowOf<Event>(space, 'events', chosen.event)
  return event && !event.deletedAt && !event.closedAt ? event : undefined
}
