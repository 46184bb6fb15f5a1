import type { RecordType } from './record.ts'
import { affiliation } from './records/affiliation.ts'
import { event } from './records/event.ts'
import { exchange } from './records/exchange.ts'
import { organisation } from './records/organisation.ts'
import { person } from './records/person.ts'
import { task } from './records/task.ts'

export type Catalog = Readonly<Record<string, RecordType>>

/** The record types that first pages show, a line each, by the name of their tables. The others: whole-catalog.ts. */
export const catalog = {
  people: person,
  organisations: organisation,
  exchanges: exchange,
  affiliations: affiliation,
  events: event,
  tasks: task,
} satisfies Catalog

/** The tables a first page can show; of the others nothing is known before the catalog is whole. */
export const firstTables: ReadonlySet<string> = new Set(Object.keys(catalog))
