/** What somebody of the team may do in their space; the server decides by it. */
export const roles = {
  direction: 'Direction',
  member: 'Membre de l’équipe',
  contributor: 'Contributeur',
  reader: 'Lecture seule',
} as const
export type Role = keyof typeof roles
