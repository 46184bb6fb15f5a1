import { date, link, longText, optional, tags, text } from '../field.ts'
import { defineRecord, type RowOf } from '../record.ts'

/** When classes of a formation are in companies: PFMP 1, PFMP 2 … of one school year. */
export const trainingPeriod = defineRecord({
  table: 'trainingPeriods',
  label: 'Période en entreprise',
  plural: 'Périodes en entreprise',
  inPilotage: true,
  latestFirst: true,
  isDatedByHand: true,
  summary: ['name', 'formation', 'classes', 'startsOn'],
  facets: ['formation', 'school'],
  fields: {
    name: text({ label: 'Nom', hint: 'Par exemple PFMP 1' }),
    formation: optional(link({ label: 'Formation', to: 'formations' })),
    classes: optional(tags({ label: 'Classes', hint: 'Par exemple 1MELEC2' })),
    startsOn: date({ label: 'Du', sorts: true }),
    endsOn: optional(date({ label: 'Au', notBefore: 'startsOn' })),
    school: optional(link({ label: 'Établissement', to: 'organisations' })),
    notes: optional(longText({ label: 'Notes', group: 'more' })),
  },
})
export type TrainingPeriod = RowOf<typeof trainingPeriod>
