import { choice, choices, instant, link, links, longText, member, number, optional, text } from '../field.ts'
import { interests } from '../lists/interests.ts'
import { defineRecord, type RowOf } from '../record.ts'
import type { Task } from './task.ts'

type TaskKind = NonNullable<Task['kind']>

/** One line of the log: somebody was met, visited, called, written to. What remains to be done is a task. */
export const exchange = defineRecord({
  table: 'exchanges',
  label: 'Échange',
  plural: 'Échanges',
  inContacts: true,
  latestFirst: true,
  summary: ['people', 'organisation', 'kind', 'at'],
  named: ['subject', 'report'],
  fields: {
    kind: choice({
      label: 'Type',
      options: {
        fair: 'Rencontre sur salon',
        companyVisit: 'Visite d’entreprise',
        placementVisit: 'Visite de suivi PFMP',
        call: 'Appel',
        email: 'E-mail',
        video: 'Visio',
        meeting: 'Réunion',
        reception: 'Réception au lycée',
        message: 'Message',
        other: 'Autre échange',
      },
      atEvent: 'fair',
    }),
    at: instant({ label: 'Date et heure', sorts: true }),
    people: optional(links({ label: 'Personnes', to: 'people' })),
    organisation: optional(link({ label: 'Structure', to: 'organisations', through: 'people' })),
    event: optional(link({ label: 'Événement', to: 'events', ofTheDay: true })),
    stand: optional(text({ label: 'Stand', quiet: true })),
    subject: optional(text({ label: 'Objet' })),
    interests: optional(choices({ label: 'Intérêts', options: interests })),
    report: optional(longText({ label: 'Compte rendu', hint: 'Des faits seulement' })),
    outcome: optional(
      choice({
        label: 'Suite',
        options: {
          none: 'Aucune',
          callBack: 'Rappeler',
          sendDocument: 'Envoyer un document',
          visit: 'Visite',
          agreement: 'Convention de partenariat',
          offer: 'Offre',
        },
        toDo: {
          callBack: 'callBack',
          sendDocument: 'send',
          visit: 'visit',
          agreement: 'agreement',
          offer: 'offer',
        } satisfies Record<string, TaskKind>,
      }),
    ),
    direction: optional(
      choice({ label: 'Sens', options: { incoming: 'Entrant', outgoing: 'Sortant' }, group: 'more' }),
    ),
    minutes: optional(number({ label: 'Durée (min)', group: 'more' })),
    author: optional(member({ label: 'Noté par', group: 'more', quiet: true })),
    latitude: optional(number({ label: 'Latitude', group: 'more', quiet: true })),
    longitude: optional(number({ label: 'Longitude', group: 'more', quiet: true })),
  },
})
export type Exchange = RowOf<typeof exchange>
