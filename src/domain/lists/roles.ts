/** What somebody is in their space. The server asks it of who invites or changes a member; nobody is held to reading yet. */
export const roles = {
  direction: 'Direction',
  member: 'Membre de l’équipe',
  contributor: 'Contributeur',
  reader: 'Lecture seule',
} as const
export type Role = keyof typeof roles
