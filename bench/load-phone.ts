import type { FieldChanges } from '../src/protocol/change.ts'
import type { News } from '../src/protocol/sync-message.ts'
import { livePhone, type Seat } from '../tests/server/live-phone.ts'
import { loadStore } from './load-store.ts'

/** A phone with the app's own engine; `heard`: of each row that comes to it. */
export const loadPhone = (seat: Seat, url: string, heard: (news: News) => void = () => {}) => {
  const awaited = new Map<string, () => void>()
  const { store, ...kept } = loadStore(seat.device, (news) => {
    heard(news)
    awaited.get(news.row)?.()
  })
  const live = livePhone(seat, () => url, store)
  return {
    ...seat,
    ...kept,
    ...live,
    /** When this row comes. */
    arrival: (row: string) => new Promise<void>((tell) => awaited.set(row, tell)),
  }
}
export type LoadPhone = ReturnType<typeof loadPhone>

/** The phones of a space have what one of them notes, one after the other: from its save on, in ms. */
export const spreadOfOne = async (from: LoadPhone, others: readonly LoadPhone[], fields: FieldChanges) => {
  const row = crypto.randomUUID()
  const start = performance.now()
  const arrivals = others.map(async (phone) => {
    await phone.arrival(row)
    return performance.now() - start
  })
  from.mint('people', row, fields)
  from.saved()
  return Promise.all(arrivals)
}
