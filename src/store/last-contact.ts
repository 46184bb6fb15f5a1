import type { Exchange } from '../domain/records/exchange.ts'
import { linkedTo } from './read.ts'
import type { Space } from './space.ts'

/** When somebody was last in contact: the latest exchange that names them and has taken place. Computed, never stored. */
export const lastContactOf = async (space: Space, person: string): Promise<string | undefined> => {
  const now = new Date(space.now()).toISOString()
  const exchanges = await linkedTo<Exchange>(space, 'exchanges', 'people', person)
  return exchanges.reduce<string | undefined>(
    (latest, { at }) => (at <= now && (latest === undefined || at > latest) ? at : latest),
    undefined,
  )
}
