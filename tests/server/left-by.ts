import type { Value } from '../../src/server/sql/database.ts'
import { connect } from '../../src/server/sqlite/connection.ts'
import { steps } from '../../src/server/sqlite/steps.ts'
import schema1 from './fixtures/schema-1.json'
import schema2 from './fixtures/schema-2.json'

type Fixture = Record<string, Record<string, Value>[]>
/** What a server held at each version that ever shipped. */
export const fixtures: Record<number, Fixture> = { 1: schema1, 2: schema2 }

/** A database as the version that had only the first steps left it. */
export const leftBy = (file: string, version: number): string => {
  const old = connect(file)
  for (const step of steps.slice(0, version)) old.exec(step)
  old.exec(`PRAGMA user_version = ${version}`)
  for (const [table, lines] of Object.entries(fixtures[version] ?? {}))
    for (const line of lines)
      old.insert(`${table} (${Object.keys(line).join()})`, [
        Object.entries(line).map(([column, value]) => (column === 'bytes' ? Buffer.from(String(value), 'hex') : value)),
      ])
  old.close()
  return file
}
