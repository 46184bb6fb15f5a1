import { linesIn } from '../../../src/server/backup/lines.ts'
import { type Database, every } from '../../../src/server/sql/database.ts'

/** Every line of every table, but for what a restore changes: the epoch, how far the numbers are, and which were lost. */
export const allOf = (database: Database) =>
  database.read(every, async (db) => {
    const found: Record<string, unknown[]> = {}
    for await (const { table, lines } of linesIn(db)) {
      const told = lines.map((line) =>
        table.columns.map((column, at) =>
          table.name === 'server' || (table.name === 'campuses' && column === 'seq')
            ? ''
            : Buffer.isBuffer(line[at]) || line[at] instanceof Uint8Array
              ? Buffer.from(line[at]).toString('hex')
              : line[at],
        ),
      )
      const isLost = (_: unknown, at: number) => table.name === 'server' && String(lines[at]?.[0]).startsWith('lost ')
      found[table.name] = [...(found[table.name] ?? []), ...told.filter((line, at) => !isLost(line, at))]
    }
    return found
  })
