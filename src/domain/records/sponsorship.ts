import { choice, date, link, longText, optional } from '../field.ts'
import { defineRecord, type RowOf } from '../record.ts'

/** Who stands sponsor to the network: one from the trade, one from the AFDET, and what they do for it. */
export const sponsorship = defineRecord({
  table: 'sponsorships',
  label: 'Parrainage',
  plural: 'Parrainages',
  inPilotage: true,
  latestFirst: true,
  summary: ['person', 'organisation', 'kind', 'since'],
  facets: ['kind'],
  fields: {
    person: optional(link({ label: 'Parrain ou marraine', to: 'people' })),
    organisation: optional(link({ label: 'Structure', to: 'organisations' })),
    kind: optional(
      choice({
        label: 'Au titre',
        options: { professional: 'Du monde professionnel', afdet: 'De l’AFDET' },
      }),
    ),
    since: date({ label: 'Depuis', sorts: true }),
    until: optional(date({ label: 'Jusqu’à', notBefore: 'since' })),
    actions: optional(longText({ label: 'Ce que fait le parrain', hint: 'Communication, besoins, équipements' })),
    notes: optional(longText({ label: 'Notes', group: 'more' })),
  },
})
export type Sponsorship = RowOf<typeof sponsorship>
