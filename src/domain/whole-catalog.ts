import { type Catalog, catalog } from './catalog.ts'
import { ask } from './records/ask.ts'
import { attachment } from './records/attachment.ts'
import { formation } from './records/formation.ts'
import { intervention } from './records/intervention.ts'
import { jobOffer } from './records/job-offer.ts'
import { member } from './records/member.ts'
import { need } from './records/need.ts'
import { placement } from './records/placement.ts'
import { sponsorship } from './records/sponsorship.ts'
import { tax } from './records/tax.ts'
import { trainingPeriod } from './records/training-period.ts'
import { visitorCount } from './records/visitor-count.ts'

/** Record types that no first page shows, a line each. */
const later = {
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
} satisfies Catalog

/**
 * Every record type. The catalog that open spaces hold is made whole as this file is loaded, which all do that write,
 * receive, or show such records: see docs/decisions/0026.
 */
export const wholeCatalog = Object.assign(catalog, later)
