import { section } from '../section.ts'

/** Photos and documents of a record. */
export const attachments = section('attachments', {
  title: 'Photos et documents',
  take: 'Prendre une photo',
  addPhoto: 'Ajouter une photo',
  addCard: 'Carte de visite',
  addDocument: 'Ajouter un document',
  preparing: 'Un instant\u00a0: la photo se prépare…',
  added: (count: number) =>
    count > 1 ? `${count}\u00a0fichiers enregistrés sur ce téléphone` : 'Enregistré sur ce téléphone',
  full: 'Pas ajouté\u00a0: il n’y a plus de place sur ce téléphone. Le fichier d’origine est intact. Libérez de la place, puis réessayez.',
  why: {
    empty: (name: string) => `«\u202f${name}\u202f» est vide\u00a0: rien n’a été ajouté.`,
    tooLarge: (name: string) =>
      `«\u202f${name}\u202f» est trop lourd\u00a0: 20\u00a0Mo au plus pour un document. Ajoutez-le en plus petit.`,
    tooManyPixels: (name: string) =>
      `«\u202f${name}\u202f» est une image trop grande pour un téléphone. Ajoutez-la en plus petit.`,
    drawing: (name: string) =>
      `«\u202f${name}\u202f» est un dessin SVG, pas une photo. Ajoutez-le comme document, ou en JPEG ou PNG.`,
    unreadable: (name: string) =>
      `Cet appareil ne sait pas lire «\u202f${name}\u202f». Prenez la photo d’ici, ou ajoutez-la en JPEG ou PNG.`,
  },
  photoOf: (day: string, time: string) => `Photo du ${day}, ${time}`,
  cardOf: (day: string) => `Carte de visite, ${day}`,
  open: (name: string) => `Voir ${name}`,
  waiting: 'À envoyer',
  waitingLong: 'Encore sur ce téléphone\u00a0: envoi automatique dès que possible.',
  refused: 'Pas accepté',
  refusedLong: 'Votre espace ne l’a pas accepté\u00a0: il reste sur ce téléphone. Gardez-en une copie.',
  coming: 'Arrive…',
  elsewhere: (name: string) => `Encore sur le téléphone de ${name}`,
  onMyOther: 'Encore sur votre autre appareil',
  noNetwork: 'Pas de réseau\u00a0: arrivera plus tard',
  notYet: 'Pas encore arrivé\u00a0: nouvel essai automatique',
  copy: 'Enregistrer une copie',
  copied: 'Fichier téléchargé',
  rename: 'Modifier',
  remove: 'Supprimer',
  removed: 'Supprimé',
})
