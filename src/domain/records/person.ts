import { choice, date, email, longText, optional, phone, text } from '../field.ts'
import { defineRecord, type RowOf } from '../record.ts'

/** A professional contact. No birth date, no private address, no opinion. */
export const person = defineRecord({
  table: 'people',
  label: 'Personne',
  plural: 'Personnes',
  inContacts: true,
  summary: ['name', 'position'],
  belongs: { by: 'affiliations', from: 'person', to: 'organisation' },
  fields: {
    name: text({ label: 'Nom', sorts: true }),
    givenName: optional(text({ label: 'Prénom' })),
    familyName: optional(text({ label: 'Nom de famille' })),
    civility: optional(choice({ label: 'Civilité', options: { mrs: 'Madame', mr: 'Monsieur' } })),
    position: optional(text({ label: 'Fonction' })),
    mobile: optional(phone({ label: 'Mobile', group: 'reach' })),
    landline: optional(phone({ label: 'Téléphone fixe', group: 'reach' })),
    email: optional(email({ label: 'E-mail professionnel', group: 'reach' })),
    preferredChannel: optional(
      choice({
        label: 'Canal préféré',
        options: { call: 'Appel', sms: 'SMS', email: 'E-mail', letter: 'Courrier' },
        group: 'reach',
      }),
    ),
    language: optional(text({ label: 'Langue', group: 'reach' })),
    informedOn: optional(date({ label: 'Informé le', group: 'privacy' })),
    informedHow: optional(
      choice({
        label: 'Informé par',
        options: { spoken: 'Oral', notice: 'Affichette', email: 'E-mail', form: 'Formulaire', other: 'Autre' },
        group: 'privacy',
      }),
    ),
    objectedOn: optional(date({ label: 'Opposition le', group: 'privacy' })),
    objectionScope: optional(text({ label: 'Portée de l’opposition', group: 'privacy' })),
    notes: optional(
      longText({
        label: 'Notes',
        hint: 'Des faits seulement\u00a0: cette personne a le droit de les lire',
        group: 'more',
      }),
    ),
  },
})
export type Person = RowOf<typeof person>
