import type { AnyRow } from '../../src/domain/record.ts'
import type { Space } from '../../src/store/space.ts'

/** All rows of every record type, by table. */
export const rowsByTable = async (space: Space): Promise<Record<string, AnyRow[]>> =>
  Object.fromEntries(
    await Promise.all(
      Object.keys(space.catalog).map(
        async (table) => [table, await space.db.table<AnyRow, string>(table).toArray()] as const,
      ),
    ),
  )
