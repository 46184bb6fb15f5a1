import { choice, date, link, longText, number, optional, tags, text } from '../field.ts'
import { defineRecord, type RowOf } from '../record.ts'

/** A job a company offers, and how many young people had it in the end: a number, no names. */
export const jobOffer = defineRecord({
  table: 'jobOffers',
  label: 'Offre d’emploi',
  plural: 'Offres d’emploi',
  inPilotage: true,
  latestFirst: true,
  summary: ['title', 'organisation', 'contract', 'receivedOn'],
  facets: ['contract', 'formation'],
  fields: {
    title: text({ label: 'Intitulé' }),
    organisation: optional(link({ label: 'Structure', to: 'organisations' })),
    contract: optional(
      choice({
        label: 'Contrat',
        options: {
          permanent: 'CDI',
          fixedTerm: 'CDD',
          apprenticeship: 'Apprentissage',
          professional: 'Contrat de professionnalisation',
          seasonal: 'Saisonnier',
          internship: 'Stage',
          other: 'Autre',
        },
      }),
    ),
    receivedOn: date({ label: 'Reçue le', sorts: true }),
    formation: optional(link({ label: 'Formation', to: 'formations' })),
    passedTo: optional(tags({ label: 'Transmise à', hint: 'Classes, promotions' })),
    beneficiaries: optional(
      number({
        label: 'Jeunes bénéficiaires',
        hint: 'Leur nombre, jamais leurs noms',
        options: { one: 'jeune', other: 'jeunes' },
      }),
    ),
    closedOn: optional(date({ label: 'Close le' })),
    notes: optional(longText({ label: 'Notes', group: 'more' })),
  },
})
export type JobOffer = RowOf<typeof jobOffer>
