import { choice, instant, link, number } from '../field.ts'
import { publics } from '../lists/publics.ts'
import { defineRecord, type RowOf } from '../record.ts'

/** So many visitors of one public, counted in one gesture. Small records add up over phones where one number would be overwritten; a correction is a negative one. */
export const visitorCount = defineRecord({
  table: 'visitorCounts',
  label: 'Comptage de visiteurs',
  plural: 'Comptages de visiteurs',
  summary: ['public', 'number', 'at'],
  small: true,
  fields: {
    event: link({ label: 'Événement', to: 'events' }),
    public: choice({ label: 'Public', options: publics }),
    number: number({ label: 'Nombre' }),
    at: instant({ label: 'Date et heure', sorts: true }),
  },
})
export type VisitorCount = RowOf<typeof visitorCount>
