import { choice, date, link, longText, number, optional, text } from '../field.ts'
import { defineRecord, type RowOf } from '../record.ts'

/** So many places, jury members or speakers wanted for a formation by a day; whom to call is computed from it. */
export const need = defineRecord({
  table: 'needs',
  label: 'Besoin',
  plural: 'Besoins',
  inPilotage: true,
  summary: ['formation', 'className', 'number', 'kind', 'dueOn'],
  named: ['className', 'notes'],
  facets: ['kind', 'formation', 'period', 'school'],
  fields: {
    kind: choice({
      label: 'Ce qu’il faut',
      options: { places: 'Places en entreprise', jury: 'Membres de jury', speakers: 'Intervenants' },
    }),
    formation: optional(link({ label: 'Formation', to: 'formations' })),
    className: optional(text({ label: 'Classe', hint: 'Par exemple 1MELEC2' })),
    period: optional(
      link({
        label: 'Période',
        to: 'trainingPeriods',
        brings: { formation: 'formation', dueOn: 'startsOn', school: 'school' },
      }),
    ),
    number: number({ label: 'Combien', options: { one: 'à trouver', other: 'à trouver' } }),
    dueOn: date({ label: 'Pour le', sorts: true }),
    school: optional(link({ label: 'Établissement', to: 'organisations' })),
    notes: optional(longText({ label: 'Notes' })),
  },
})
export type Need = RowOf<typeof need>
