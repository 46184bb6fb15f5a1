import { peopleMetByEvent } from '../../domain/indicators/events.ts'
import { exchangesByKindAndMonth } from '../../domain/indicators/exchanges.ts'
import { isIn, type Months } from '../../domain/indicators/months.ts'
import { structuresByCollege } from '../../domain/indicators/structures.ts'
import type { Event } from '../../domain/records/event.ts'
import type { Exchange } from '../../domain/records/exchange.ts'
import type { Organisation } from '../../domain/records/organisation.ts'
import { listed } from '../../store/read.ts'
import type { Space } from '../../store/space.ts'

/** The rows every figure is made of, read once; the period is chosen among them. */
export const countedRows = async (space: Space) => {
  const [structures, people, events, exchanges] = await Promise.all([
    listed<Organisation>(space, 'organisations'),
    listed(space, 'people'),
    listed<Event>(space, 'events'),
    listed<Exchange>(space, 'exchanges'),
  ])
  return { structures, people, events, exchanges }
}
export type CountedRows = Awaited<ReturnType<typeof countedRows>>

/** `months` absent: all that was ever noted. */
export const figuresOf = (rows: CountedRows, months: Months | undefined) => {
  const exchanges = months ? rows.exchanges.filter((row) => isIn(months, row.at)) : rows.exchanges
  const people = new Set(rows.people.map((row) => row.id))
  return {
    isEmpty: rows.structures.length + rows.people.length + rows.exchanges.length === 0,
    eventNames: new Map(rows.events.map((row) => [row.id, row.name])),
    structures: structuresByCollege.measure(rows.structures),
    people: peopleMetByEvent.measure({ exchanges, people }),
    exchanges: exchangesByKindAndMonth.measure(exchanges),
  }
}
