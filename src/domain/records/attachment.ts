import { choice, link, number, optional, text } from '../field.ts'
import { defineRecord, type RowOf } from '../record.ts'

/** A photo or a document. The row is a change like any other; its bytes travel apart, found by their SHA-256. */
export const attachment = defineRecord({
  table: 'attachments',
  label: 'Pièce jointe',
  plural: 'Pièces jointes',
  summary: ['name', 'kind'],
  isFile: true,
  fields: {
    name: text({ label: 'Nom', sorts: true }),
    kind: choice({
      label: 'Type',
      options: { photo: 'Photo', businessCard: 'Carte de visite', document: 'Document' },
    }),
    mediaType: text({ label: 'Format du fichier', quiet: true }),
    /** In bytes. */
    size: number({ label: 'Taille', quiet: true }),
    /** Of the bytes as they are kept, in hexadecimal. */
    sha: text({ label: 'Empreinte', quiet: true }),
    width: optional(number({ label: 'Largeur', quiet: true })),
    height: optional(number({ label: 'Hauteur', quiet: true })),
    person: optional(link({ label: 'Personne', to: 'people' })),
    organisation: optional(link({ label: 'Structure', to: 'organisations' })),
    exchange: optional(link({ label: 'Échange', to: 'exchanges' })),
    event: optional(link({ label: 'Événement', to: 'events' })),
  },
})
export type Attachment = RowOf<typeof attachment>
