import { choice, optional, text } from '../field.ts'
import { roles } from '../lists/roles.ts'
import { defineRecord, type RowOf } from '../record.ts'

/**
 * Somebody of the team, made by the server when a device enters the space. Its id is what rows name as author or owner;
 * a member's second device is a member of its own, merged into the first.
 */
export const member = defineRecord({
  table: 'members',
  label: 'Membre de l’équipe',
  plural: 'Équipe',
  summary: ['name', 'role'],
  small: true,
  fields: {
    name: text({ label: 'Nom', sorts: true }),
    role: optional(choice({ label: 'Rôle', options: roles, quiet: true })),
  },
})
export type Member = RowOf<typeof member>
