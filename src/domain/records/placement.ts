import { choice, choices, date, link, longText, number, optional, text, yesNo } from '../field.ts'
import { defineRecord, type RowOf } from '../record.ts'

/** Pupils of one class received by one structure in one period: a number, never who they are. */
export const placement = defineRecord({
  table: 'placements',
  label: 'PFMP ou stage',
  plural: 'PFMP et stages',
  inPilotage: true,
  latestFirst: true,
  summary: ['organisation', 'formation', 'number', 'startsOn'],
  facets: ['kind', 'formation', 'period', 'school', 'again'],
  fields: {
    organisation: link({ label: 'Structure d’accueil', to: 'organisations' }),
    number: number({
      label: 'Élèves',
      hint: 'Leur nombre, jamais leurs noms',
      options: { one: 'élève', other: 'élèves' },
    }),
    kind: optional(
      choice({
        label: 'Type',
        options: {
          pfmp: 'PFMP',
          observation: 'Stage d’observation',
          internship: 'Stage',
          apprenticeship: 'Apprentissage',
          miniPlacement: 'Mini-stage',
        },
      }),
    ),
    formation: optional(link({ label: 'Formation', to: 'formations' })),
    className: optional(text({ label: 'Classe', hint: 'Par exemple 1MELEC2' })),
    period: optional(
      link({
        label: 'Période',
        to: 'trainingPeriods',
        brings: { formation: 'formation', startsOn: 'startsOn', endsOn: 'endsOn', school: 'school' },
      }),
    ),
    startsOn: date({ label: 'Du', sorts: true }),
    endsOn: optional(date({ label: 'Au', notBefore: 'startsOn' })),
    places: optional(number({ label: 'Places proposées' })),
    tutor: optional(link({ label: 'Tuteur', to: 'people' })),
    school: optional(link({ label: 'Établissement', to: 'organisations' })),
    teacher: optional(text({ label: 'Enseignant référent' })),
    signed: optional(yesNo({ label: 'Conventions signées', group: 'relation' })),
    visitedOn: optional(date({ label: 'Visite faite le', group: 'relation' })),
    again: optional(
      choice({
        label: 'Accueillerait à nouveau',
        options: { yes: 'Oui', no: 'Non', toSee: 'À voir' },
        group: 'relation',
      }),
    ),
    quality: optional(
      choice({
        label: 'Qualité de l’accueil',
        options: { poor: 'Insuffisante', fair: 'Moyenne', good: 'Bonne', excellent: 'Très bonne' },
        group: 'relation',
      }),
    ),
    conditions: optional(
      choices({
        label: 'Conditions',
        options: {
          regulatedWork: 'Travaux réglementés, dérogation',
          meals: 'Restauration',
          transport: 'Transport',
          protection: 'Équipements de protection',
        },
        group: 'relation',
      }),
    ),
    conditionsNote: optional(longText({ label: 'Précisions sur les conditions', group: 'relation' })),
    difficulties: optional(longText({ label: 'Difficultés rencontrées', group: 'relation' })),
    liftedBy: optional(longText({ label: 'Comment elles ont été levées', group: 'relation' })),
    notes: optional(longText({ label: 'Notes', hint: 'Des faits seulement, sans nom d’élève', group: 'more' })),
  },
})
export type Placement = RowOf<typeof placement>
