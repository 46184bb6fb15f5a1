import type { catalog } from '../domain/catalog.ts'
import type { ValuesFor } from '../domain/record.ts'
import type { Random } from './random.ts'

type Values<T extends keyof typeof catalog> = ValuesFor<(typeof catalog)[T]>
/** The values of a row; those that are undefined are absent. */
export type Given<T extends keyof typeof catalog> = { [N in keyof Values<T>]: Values<T>[N] | undefined }

/** What each part of the examples is made with. */
export type Filling = {
  readonly random: Random
  /** Ms since 1970: the examples end now. */
  readonly now: number
  /** Adds a row and gives its id. */
  readonly add: <T extends keyof typeof catalog>(table: T, values: Given<T>) => string
  /** The id of whoever looks at the examples. */
  readonly me: string
}
