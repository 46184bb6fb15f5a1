import { section } from '../section.ts'

/** Two values given to one field by people who had not seen each other, and every value a field ever had. */
export const versions = section('versions', {
  title: 'Deux versions',
  toSettle: 'Deux versions à départager\u00a0:',
  records: (count: number) =>
    count === 1 ? '1\u00a0fiche avec deux versions' : `${count}\u00a0fiches avec deux versions`,
  empty: '(vide)',
  take: 'Prendre celle-ci',
  keep: 'Garder celle-ci',
  takeFor: (label: string) => `Prendre celle-ci\u00a0: ${label}`,
  keepFor: (label: string) => `Garder celle-ci\u00a0: ${label}`,
  taken: (label: string) => `${label}\u00a0: l’autre version est prise`,
  kept: (label: string) => `${label}\u00a0: version gardée`,
  history: 'Valeurs passées',
  historyOf: (label: string) => `${label}\u00a0: valeurs passées`,
  offline: 'Les valeurs passées se lisent en ligne. Pas de réseau pour l’instant\u00a0: la fiche reste comme elle est.',
  none: 'Aucune valeur n’est encore arrivée à votre espace.',
  isPresent: 'Valeur actuelle',
  lost: 'N’a pas été retenue',
  saidBy: (name: string) => `Rendue par le téléphone de ${name}, après une restauration`,
  added: 'Ajouté\u00a0:',
  dropped: 'Retiré\u00a0:',
  takeBack: 'Reprendre cette valeur',
  takenBack: (label: string) => `${label}\u00a0: valeur reprise`,
  earlier: 'Plus anciennes',
})
