import type { ValuesFor } from '../domain/record.ts'
import type { wholeCatalog } from '../domain/whole-catalog.ts'
import type { Random } from './random.ts'

type Values<T extends keyof typeof wholeCatalog> = ValuesFor<(typeof wholeCatalog)[T]>
/** The values of a row; those that are undefined are absent. */
export type Given<T extends keyof typeof wholeCatalog> = { [N in keyof Values<T>]: Values<T>[N] | undefined }

/** What each part of the examples is made with. */
export type Filling = {
  readonly random: Random
  /** Ms since 1970: the examples end now. */
  readonly now: number
  /** Adds a row and gives its id. */
  readonly add: <T extends keyof typeof wholeCatalog>(table: T, values: Given<T>) => string
  /** The id of whoever looks at the examples. */
  readonly me: string
}
