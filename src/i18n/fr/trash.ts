import { section } from '../section.ts'

export const trash = section('trash', {
  title: 'Corbeille',
  about: 'Ce que vous supprimez reste ici 90\u00a0jours. Après, rien ne le ramène.',
  empty: 'La corbeille est vide.',
  emptyAct: 'Revenir aux contacts',
  restore: 'Rétablir',
  restoreThis: (title: string) => `Rétablir ${title}`,
})
