import { choice, date, instant, link, longText, member, optional, text } from '../field.ts'
import { defineRecord, type RowOf } from '../record.ts'

/** Something to do, by somebody, for a day. */
export const task = defineRecord({
  table: 'tasks',
  label: 'À faire',
  plural: 'À faire',
  summary: ['title', 'dueOn', 'person', 'organisation'],
  fields: {
    title: text({ label: 'Quoi' }),
    kind: optional(
      choice({
        label: 'Type',
        options: {
          callBack: 'À rappeler',
          thank: 'À remercier',
          send: 'À envoyer',
          visit: 'Visite à faire',
          agreement: 'Convention de partenariat',
          offer: 'Offre à diffuser',
          request: 'Demande à traiter',
          other: 'Autre',
        },
      }),
    ),
    dueOn: optional(date({ label: 'Pour le', sorts: true })),
    owner: optional(member({ label: 'Qui', signedIn: 'givenBy' })),
    givenBy: optional(member({ label: 'Confié par', quiet: true })),
    person: optional(link({ label: 'Personne', to: 'people' })),
    organisation: optional(link({ label: 'Structure', to: 'organisations', through: 'person' })),
    event: optional(link({ label: 'Événement', to: 'events' })),
    exchange: optional(link({ label: 'Échange', to: 'exchanges', quiet: true })),
    ask: optional(link({ label: 'Sollicitation', to: 'asks', quiet: true })),
    notes: optional(longText({ label: 'Notes' })),
    doneAt: optional(instant({ label: 'Fait le', quiet: true })),
  },
})
export type Task = RowOf<typeof task>
