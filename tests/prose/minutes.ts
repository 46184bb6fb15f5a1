import type { Catalog } from '../../src/domain/catalog.ts'
import { optional, prose, text } from '../../src/domain/field.ts'
import { defineRecord } from '../../src/domain/record.ts'
import { wholeCatalog as landed } from '../../src/domain/whole-catalog.ts'

/** A record type with a text that several people write, before any has landed. */
const minutes = defineRecord({
  table: 'minutes',
  label: 'Compte rendu',
  plural: 'Comptes rendus',
  inContacts: true,
  summary: ['title'],
  fields: {
    title: text({ label: 'Objet', sorts: true }),
    body: optional(prose({ label: 'Texte' })),
  },
})

export const catalog: Catalog = { ...landed, minutes }
