import { section } from '../section.ts'

/** A need, whom to call for it, and what comes of each call. */
export const solicitation = section('solicitation', {
  of: (promised: string, wanted: string) => `${promised} sur ${wanted}`,
  promised: 'promis',
  enough: 'Le compte y est.',
  calling: 'Appels en cours',
  callBack: 'À rappeler',
  toAsk: 'À solliciter',
  promisedGroup: 'Promis',
  refused: 'Refus',
  nobody: 'Personne de plus à solliciter\u00a0: toutes les structures qui conviennent l’ont été.',
  unknown:
    'Aucune structure ne convient encore\u00a0: notez la filière de cette formation, ou qui a déjà reçu ses élèves.',
  toFormation: 'Compléter la formation',
  noFormation: 'Choisissez la formation\u00a0: la liste d’appels se fera d’elle-même.',
  call: 'Appeler',
  callThis: (name: string) => `Appeler ${name}`,
  note: 'Noter',
  change: 'Modifier',
  noteThis: (name: string) => `Noter l’appel à ${name}`,
  outcome: (name: string) => `Ce que dit ${name}`,
  howMany: 'Combien\u202f?',
  why: 'Pourquoi\u202f?',
  when: 'Quand\u202f?',
  inDays: (days: number): string => (days === 1 ? 'Demain' : `Dans ${days}\u00a0jours`),
  leave: 'Annuler l’appel',
  other: 'Autre nombre',
  pupils: (count: number) => (count === 1 ? '1\u00a0élève depuis trois ans' : `${count}\u00a0élèves depuis trois ans`),
  came: (count: number) =>
    count === 1 ? '1\u00a0intervention depuis trois ans' : `${count}\u00a0interventions depuis trois ans`,
  bySector: 'par la filière',
  km: (count: number) => `${count}\u00a0km`,
  same: { town: 'même commune', basin: 'même bassin', department: 'même département' },
  task: (name: string, formation: string) => (formation ? `Rappeler ${name} · ${formation}` : `Rappeler ${name}`),
  asked: 'Sollicitations',
})
