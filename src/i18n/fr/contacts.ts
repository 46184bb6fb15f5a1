import { section } from '../section.ts'

export const contacts = section('contacts', {
  search: 'Rechercher',
  clear: 'Effacer la recherche',
  fullForm: 'Fiche complète',
  filters: 'Filtrer',
  loading: 'Recherche en cours…',
  none: (query: string) => `Rien trouvé pour «\u202f${query}\u202f».`,
  noneFiltered: 'Aucune fiche avec ces filtres.',
  foundIn: (figure: string, plural: string) => `${figure} dans ${plural}`,
  empty: (plural: string) => `${plural}\u00a0: rien encore.`,
  emptyAct: 'Touchez + pour commencer.',
  count: (figure: string, count: number) => (count < 2 ? `${figure}\u00a0fiche` : `${figure}\u00a0fiches`),
})
