import { section } from '../section.ts'

export const filters = section('filters', {
  clearFilters: 'Tout afficher',
  by: {
    event: 'Événement',
    sector: 'Filière',
    territory: 'Territoire',
    kind: 'Type',
    interest: 'Intérêt',
    month: 'Mois',
    college: 'Collège',
  },
  all: 'Tous',
})
