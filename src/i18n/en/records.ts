import type { catalog } from '../../domain/catalog.ts'
import type { AnyRecordWords, CatalogWords } from '../record-words.ts'
import { affiliation } from './records/affiliation.ts'
import { attachment } from './records/attachment.ts'
import { event } from './records/event.ts'
import { exchange } from './records/exchange.ts'
import { member } from './records/member.ts'
import { organisation } from './records/organisation.ts'
import { person } from './records/person.ts'
import { task } from './records/task.ts'
import { visitorCount } from './records/visitor-count.ts'

export const records: CatalogWords<typeof catalog> = {
  people: person,
  organisations: organisation,
  exchanges: exchange,
  affiliations: affiliation,
  events: event,
  tasks: task,
  visitorCounts: visitorCount,
  members: member,
  attachments: attachment,
}

/** Fields every record has. */
export const common = {
  source: {
    label: 'Source',
    options: { typed: 'Typed', fair: 'Fair', import: 'Import', share: 'Share', example: 'Example' },
  },
  deletedAt: 'Deleted on',
  mergedInto: 'Merged into',
} satisfies AnyRecordWords['fields']
