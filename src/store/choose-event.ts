import { note } from './device-notes.ts'
import type { Space } from './space.ts'

/** The event one stands at today, on this device. @throws the browser's own error where it could not be noted. */
export const choose = (space: Space, event: string, day: string): Promise<void> =>
  note(space, { eventOfTheDay: { event, day } })
export const leave = (space: Space): Promise<void> => note(space, { eventOfTheDay: undefined })
