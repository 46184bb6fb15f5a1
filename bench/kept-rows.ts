import { catalog } from '../src/domain/catalog.ts'
import { type AnyRow, sortKeyOf } from '../src/domain/record.ts'
import type { Contact } from './contact-rows.ts'
import type { Rows } from './rows.ts'

/** These contacts as the app's own writes leave them. */
export const keptRows = (contacts: readonly Contact[]): Rows => {
  const tables: Rows['tables'] = { people: [], organisations: [], affiliations: [] }
  for (const [n, { table, row: id, fields }] of contacts.entries()) {
    const type = catalog[table as keyof typeof catalog]
    const at = new Date(Date.UTC(2026, 0, 5) + n * 61_037).toISOString()
    const mark = { createdAt: at, createdBy: 'bench', updatedAt: at, updatedBy: 'bench', seq: 0, rev: n + 1 }
    const row: AnyRow = { id, ...mark, ...fields }
    const sort = sortKeyOf(type, row)
    tables[table]?.push({ ...row, ...(sort !== undefined && { sort }) })
  }
  return { tables, rev: contacts.length }
}
