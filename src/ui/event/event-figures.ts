import type { Exchange } from '../../domain/records/exchange.ts'
import type { VisitorCount } from '../../domain/records/visitor-count.ts'
import { dayOf } from '../../i18n/dates.ts'
import { linkedTo } from '../../store/read.ts'
import type { Space } from '../../store/space.ts'

export const countsOf = (space: Space, event: string) => linkedTo<VisitorCount>(space, 'visitorCounts', 'event', event)

/** Who was called or written to because of an event was not met at it. */
const fromAfar: ReadonlySet<Exchange['kind']> = new Set(['call', 'email', 'video', 'message'])
export const meetingsAt = async (space: Space, event: string): Promise<Exchange[]> =>
  (await linkedTo<Exchange>(space, 'exchanges', 'event', event)).filter(({ kind }) => !fromAfar.has(kind))

/** None where another build left the number out: one such row would make every sum no number. */
const numberOf = ({ number }: { number?: unknown }) =>
  typeof number === 'number' && Number.isFinite(number) ? number : 0

/** How many visitors of each public, and of all: every phone's gestures and corrections added up. */
export type Sums = { readonly total: number; readonly of: Readonly<Record<string, number>> }
export const sumsOf = (counts: readonly Pick<VisitorCount, 'public' | 'number'>[]): Sums => {
  const of: Record<string, number> = {}
  let total = 0
  for (const count of counts) {
    const number = numberOf(count)
    of[count.public] = (of[count.public] ?? 0) + number
    total += number
  }
  return { total, of }
}

/** How many were met: people, each once, and exchanges that name nobody. */
export const metIn = (exchanges: readonly Pick<Exchange, 'id' | 'people'>[]): number =>
  new Set(exchanges.flatMap(({ id, people }) => (people?.length ? people : [id]))).size

export type EventFigures = { met: number; metToday: number; counted: number; countedToday: number }
export const eventFigures = async (space: Space, event: string, today: string): Promise<EventFigures> => {
  const [meetings, counts] = await Promise.all([meetingsAt(space, event), countsOf(space, event)])
  const ofToday = ({ at }: { at: string }) => dayOf(at) === today
  return {
    met: metIn(meetings),
    metToday: metIn(meetings.filter(ofToday)),
    counted: sumsOf(counts).total,
    countedToday: sumsOf(counts.filter(ofToday)).total,
  }
}
