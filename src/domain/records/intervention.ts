import { choice, date, link, longText, number, optional, text } from '../field.ts'
import { defineRecord, type RowOf } from '../record.ts'

/** Professionals who come to learners, or learners and teachers who come to them. */
export const intervention = defineRecord({
  table: 'interventions',
  label: 'Intervention',
  plural: 'Interventions',
  inPilotage: true,
  latestFirst: true,
  summary: ['kind', 'organisation', 'person', 'learners', 'heldOn'],
  facets: ['kind', 'formation', 'school'],
  fields: {
    kind: choice({
      label: 'Type',
      options: {
        lesson: 'Cours',
        jury: 'Jury, examen',
        classVisit: 'Visite d’une classe en entreprise',
        immersion: 'Immersion d’enseignants',
        presentation: 'Présentation d’un métier',
        mentoring: 'Mentorat',
      },
    }),
    heldOn: date({ label: 'Le', sorts: true }),
    organisation: optional(link({ label: 'Structure', to: 'organisations' })),
    person: optional(link({ label: 'Personne', to: 'people' })),
    formation: optional(link({ label: 'Formation', to: 'formations' })),
    className: optional(text({ label: 'Classe', hint: 'Par exemple 1MELEC2' })),
    learners: optional(
      number({
        label: 'Apprenants',
        hint: 'Leur nombre, jamais leurs noms',
        options: { one: 'apprenant', other: 'apprenants' },
      }),
    ),
    school: optional(link({ label: 'Établissement', to: 'organisations' })),
    notes: optional(longText({ label: 'Notes', group: 'more' })),
  },
})
export type Intervention = RowOf<typeof intervention>
