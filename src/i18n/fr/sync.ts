import { section } from '../section.ts'

const saves = (count: number, more: boolean) => {
  const some = more ? `Plus de ${count}` : String(count)
  return count > 1 ? `${some}\u00a0saisies à envoyer` : `${some}\u00a0saisie à envoyer`
}

const files = (count: number) =>
  count > 1 ? `${count}\u00a0photos ou documents à envoyer` : `${count}\u00a0photo ou document à envoyer`

export const sync = section('sync', {
  welcome: (space: string) => `Votre espace est ${space}.`,
  sent: (time: string) => `Tout est envoyé · ${time}`,
  sentBut: (time: string) => `Le reste est envoyé · ${time}`,
  last: (time: string) => `Dernier échange avec votre espace\u00a0: ${time}`,
  never: 'Premier échange avec votre espace en cours',
  neverYet: 'Pas encore d’échange avec votre espace',
  waiting: saves,
  waitingSince: (count: number, more: boolean, since: string) => `${saves(count, more)} depuis ${since}`,
  files,
  awaitsWifi: 'Les photos et documents attendent un Wi-Fi, selon vos réglages.',
  filesSince: (count: number, since: string) => `${files(count)} depuis ${since}`,
  minutes: (count: number) => `${count}\u00a0min`,
  hours: (count: number) => `${count}\u00a0h`,
  days: (count: number) => (count > 1 ? `${count}\u00a0jours` : `${count}\u00a0jour`),
  yesterdayAt: (time: string) => `hier à ${time}`,
  dayAt: (day: string, time: string) => `${day} à ${time}`,
  receiving: (count: string) =>
    `Réception\u00a0: ${count}\u00a0${count === '1' ? 'fiche restante' : 'fiches restantes'}`,
  trouble: {
    'no-network': 'Pas de réseau\u00a0: enregistré sur ce téléphone, envoi automatique.',
    portal: 'Ce Wi-Fi demande une connexion. Ouvrez sa page dans le navigateur\u00a0: l’envoi reprendra seul.',
    server: 'Votre espace ne répond pas\u00a0: enregistré sur ce téléphone, envoi automatique.',
    'signed-out': 'Cet appareil n’est plus relié à votre espace\u00a0: demandez un nouveau lien.',
    outdated: 'Une version plus récente de Maillage est nécessaire pour envoyer. Rechargez quand vous aurez du réseau.',
    full: 'Ce téléphone n’a plus de place\u00a0: libérez-en, l’envoi et la réception reprendront seuls. Rien n’est perdu.',
  },
  troubleNothing: {
    'no-network': 'Pas de réseau.',
    server: 'Votre espace ne répond pas\u00a0: nouvel essai automatique.',
  },
  enter: 'J’ai un nouveau lien',
  retry: 'Réessayer',
  old: 'Rien n’est perdu, mais vos collègues ne voient pas encore ces saisies. Gardez-en une copie par prudence.',
  export: 'Exporter ce qui n’est pas envoyé',
  exported: 'Fichier téléchargé',
  nothingToExport: 'Tout ce qui a été noté ici est envoyé.',
  toReview: (count: number) => (count > 1 ? `${count}\u00a0saisies à revoir` : `${count}\u00a0saisie à revoir`),
  off: (count: number) =>
    count > 1
      ? `${count}\u00a0saisies retirées de la liste restent sur ce téléphone seul.`
      : `${count}\u00a0saisie retirée de la liste reste sur ce téléphone seul.`,
  seeOff: 'Voir la liste',
  review: {
    title: 'À revoir',
    about: 'Votre espace n’a pas accepté ces saisies. Leur texte est intact sur ce téléphone.',
    none: 'Rien à revoir.',
    noneAct: 'Revenir à l’accueil',
    correct: 'Corriger',
    goOn: 'Reprendre la correction',
    gone: 'Cette saisie n’est plus à revoir.',
    goneAct: 'Revenir à la liste',
    resend: 'Envoyer à nouveau',
    resent: 'Sera envoyé à nouveau',
    exportOne: 'Exporter',
    settle: 'Retirer de la liste',
    settled: 'Retiré de la liste',
    offTitle: 'Retirées de la liste',
    putBack: 'Remettre dans la liste',
    emptied: 'vidé',
    erased: 'texte retiré',
    added: (names: string) => `ajouté\u00a0: ${names}`,
    dropped: (names: string) => `retiré\u00a0: ${names}`,
    reasons: {
      'unknown-table': 'Votre espace ne connaît pas encore ce type de fiche. Il faut le mettre à jour.',
      invalid: 'Une valeur n’est pas de la forme attendue. Corrigez-la.',
      forbidden: 'Votre rôle ne permet pas cette modification. Voyez avec la direction de votre espace.',
      'id-reuse': 'Un autre appareil est une copie de celui-ci. Envoyez à nouveau.',
      'too-large': 'Le texte est trop long pour être envoyé. Raccourcissez-le, ou gardez-en une copie.',
      held: 'Beaucoup de fiches supprimées ou réunies en peu de temps\u00a0: la direction de votre espace doit donner son accord.',
      kept: 'La direction de votre espace a gardé cette fiche.',
      other: 'Votre espace ne l’a pas accepté.',
    },
  },
  deletions: {
    toSettle: (count: number) =>
      count > 1 ? `${count}\u00a0suppressions attendent votre accord` : 'Une suppression attend votre accord',
    held: (count: number) => (count > 1 ? `${count}\u00a0suppressions à confirmer` : 'Une suppression à confirmer'),
    heldBy: (name: string, time: string) =>
      `Demandées par ${name}, ${time}. D’ici là, ces fiches restent chez tout le monde.`,
    keep: 'Garder les fiches',
    delete: (count: number) => (count > 1 ? `Supprimer les ${count}\u00a0fiches` : 'Supprimer la fiche'),
    kept: 'Fiches gardées',
    done: 'Fiches supprimées',
    asked: (count: number) =>
      count > 1 ? `${count}\u00a0suppressions attendent la direction` : 'Une suppression attend la direction',
    askedWhy:
      'Beaucoup de fiches supprimées ou réunies en peu de temps\u00a0: la direction de votre espace dira si elles partent. D’ici là, elles restent chez tout le monde.',
    settled: 'La direction a répondu',
    all: (count: number) => `Voir les ${count}\u00a0fiches`,
    others: (count: number, isMore: boolean) => {
      if (!isMore) return count > 1 ? `${count}\u00a0fiches` : 'Une fiche'
      return count > 1 ? `et ${count}\u00a0autres` : 'et une autre'
    },
  },
  notSentYet: 'Pas encore envoyé',
  file: {
    title: 'Ce qui n’est pas envoyé',
    notedOn: (time: string) => `noté le ${time}`,
    refused: (reason: string) => `non accepté\u00a0: ${reason}`,
  },
})
