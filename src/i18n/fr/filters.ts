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
    mark: 'À regarder',
  },
  all: 'Tous',
  marks: { new: 'Nouveau depuis hier', double: 'Deux versions' },
})
