export const sources = {
  typed: 'Saisie',
  fair: 'Salon',
  import: 'Import',
  share: 'Partage',
  example: 'Exemple',
} as const
