import type { wholeCatalog } from '../../domain/whole-catalog.ts'
import type { AnyRecordWords, CatalogWords } from '../record-words.ts'
import { affiliation } from './records/affiliation.ts'
import { ask } from './records/ask.ts'
import { attachment } from './records/attachment.ts'
import { event } from './records/event.ts'
import { exchange } from './records/exchange.ts'
import { formation } from './records/formation.ts'
import { intervention } from './records/intervention.ts'
import { jobOffer } from './records/job-offer.ts'
import { member } from './records/member.ts'
import { need } from './records/need.ts'
import { organisation } from './records/organisation.ts'
import { person } from './records/person.ts'
import { placement } from './records/placement.ts'
import { sponsorship } from './records/sponsorship.ts'
import { task } from './records/task.ts'
import { tax } from './records/tax.ts'
import { trainingPeriod } from './records/training-period.ts'
import { visitorCount } from './records/visitor-count.ts'

export const records: CatalogWords<typeof wholeCatalog> = {
  people: person,
  organisations: organisation,
  exchanges: exchange,
  affiliations: affiliation,
  events: event,
  tasks: task,
  visitorCounts: visitorCount,
  members: member,
  attachments: attachment,
  needs: need,
  asks: ask,
  formations: formation,
  trainingPeriods: trainingPeriod,
  placements: placement,
  jobOffers: jobOffer,
  taxes: tax,
  interventions: intervention,
  sponsorships: sponsorship,
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
