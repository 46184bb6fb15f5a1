import type { Event } from '../../domain/records/event.ts'
import type { Space } from '../../store/space.ts'
import { type Edit, editOf } from '../../store/write.ts'
import type { Sums } from './event-figures.ts'
import { corrections, type Typed } from './public-numbers.tsx'

/** What was touched in the closing form, as typed; publics under their own prefix. */
export type Closing = Readonly<Record<string, string>>
const prefix = 'public.'

export const publicsOf = (closing: Closing): Typed =>
  Object.fromEntries(
    Object.entries(closing).flatMap(([name, text]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), text]] : [],
    ),
  )
export const withPublics = (closing: Closing, typed: Typed): Closing => ({
  ...closing,
  ...Object.fromEntries(Object.entries(typed).map(([key, text]) => [prefix + key, text])),
})

/** A number as French hands type it: spaces between thousands, a comma before cents. */
export const numberIn = (text: string): number | undefined => {
  const bare = text.replace(/[^\d,.]/g, '').replace(/[.,](?=\d{3}(?!\d))/g, '')
  const number = Number(bare.replace(',', '.'))
  return bare === '' || Number.isNaN(number) ? undefined : number
}

/** The event's fields, the corrections of its counts and the hour it was closed, for one save. */
export const closingEdits = (space: Space, event: Event, of: Sums['of'], closing: Closing): (Edit | undefined)[] => [
  editOf('events', event, {
    ...('scope' in closing && { scope: closing.scope }),
    ...('attendance' in closing && { attendance: numberIn(closing.attendance ?? '') }),
    ...('cost' in closing && { cost: numberIn(closing.cost ?? '') }),
    ...('summary' in closing && { summary: closing.summary?.trim() }),
    closedAt: new Date(space.now()).toISOString(),
  }),
  ...corrections(space, event.id, of, publicsOf(closing)),
]
