import type { RecordType } from './record.ts'
import { affiliation } from './records/affiliation.ts'
import { attachment } from './records/attachment.ts'
import { event } from './records/event.ts'
import { exchange } from './records/exchange.ts'
import { member } from './records/member.ts'
import { organisation } from './records/organisation.ts'
import { person } from './records/person.ts'
import { task } from './records/task.ts'
import { visitorCount } from './records/visitor-count.ts'

export type Catalog = Readonly<Record<string, RecordType>>

/** Every record type, a line each, by the name of its table. */
export const catalog = {
  people: person,
  organisations: organisation,
  exchanges: exchange,
  affiliations: affiliation,
  events: event,
  tasks: task,
  visitorCounts: visitorCount,
  members: member,
  attachments: attachment,
} satisfies Catalog
