import type { Catalog } from '../domain/catalog.ts'
import type { Ledger } from './ledger.ts'
import type { Pokes } from './pokes.ts'

/** What every route is given. `now`: ms since 1970. */
export type House = {
  ledger: Ledger
  catalog: Catalog
  pokes: Pokes
  now: () => number
  /** The address people open: no path, no slash at its end. */
  publicUrl: () => string
}
