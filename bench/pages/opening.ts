import type { AnyRow } from '../../src/domain/record.ts'

/** How many people a page asks for. */
export const asked = 50

/** What a page tells that only opens its database and reads the first people by name. */
export type Opening = {
  /** Puts rows into a table, apart from what is measured. */
  fill: (table: string, rows: AnyRow[]) => Promise<void>
  /** Their ids, and when they were there, in ms since the navigation began. */
  first: Promise<{ there: number; ids: string[] }>
}
declare global {
  interface Window {
    opening: Opening
  }
}
