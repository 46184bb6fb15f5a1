/** What the members of a space call it. */
export const spaceKinds = {
  campus: 'Campus',
  network: 'Réseau',
  school: 'Établissement',
  academy: 'Académie',
} as const
export type SpaceKindName = keyof typeof spaceKinds
