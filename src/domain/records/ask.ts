import { choice, date, instant, link, longText, member, number, optional } from '../field.ts'
import { defineRecord, type RowOf } from '../record.ts'

/** One structure asked for one need: who of the team calls it, and what came of it. */
export const ask = defineRecord({
  table: 'asks',
  label: 'Sollicitation',
  plural: 'Sollicitations',
  inPilotage: true,
  latestFirst: true,
  summary: ['organisation', 'outcome', 'places', 'school', 'askedAt'],
  facets: ['outcome', 'school'],
  fields: {
    organisation: link({ label: 'Structure', to: 'organisations' }),
    need: optional(link({ label: 'Besoin', to: 'needs' })),
    outcome: choice({
      label: 'Résultat',
      options: { calling: 'Appel en cours', promised: 'Promis', refused: 'Refus', callBack: 'À rappeler' },
    }),
    places: optional(number({ label: 'Combien', options: { one: 'promis', other: 'promis' } })),
    reason: optional(
      choice({
        label: 'Raison du refus',
        options: {
          full: 'Plus de place',
          noTutor: 'Pas de tuteur',
          activity: 'Pas assez d’activité',
          dates: 'Dates',
          badExperience: 'Mauvaise expérience',
          other: 'Autre',
        },
      }),
    ),
    callBackOn: optional(date({ label: 'À rappeler le' })),
    by: optional(member({ label: 'Qui appelle' })),
    school: optional(link({ label: 'Établissement', to: 'organisations' })),
    askedAt: instant({ label: 'Quand', sorts: true }),
    notes: optional(longText({ label: 'Notes', hint: 'Des faits seulement' })),
  },
})
export type Ask = RowOf<typeof ask>
