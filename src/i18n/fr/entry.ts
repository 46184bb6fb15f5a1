import { section } from '../section.ts'

export const entry = section('entry', {
  codeTitle: 'Votre code d’invitation',
  linkTitle: 'Votre invitation',
  about: 'Un espace réunit une équipe\u00a0: ce que chacun note arrive chez tous, dès qu’il y a du réseau.',
  code: 'Code de 10\u00a0caractères',
  codeHint: 'Il est écrit sous l’image de l’invitation.',
  codeMissing: (count: number) => (count === 1 ? 'Il manque un caractère.' : `Il manque ${count}\u00a0caractères.`),
  codeTooLong: 'Ce code est trop long\u00a0: il a 10\u00a0caractères.',
  waiting: 'Ce que vous aviez tapé est gardé\u00a0: vous le retrouvez avec le même lien ou le même code.',
  continue: 'Continuer',
  anotherCode: 'Taper un autre code',
  how: 'Où trouver le code',
  ways: {
    colleague:
      'Pour rejoindre une équipe\u00a0: sa direction ouvre «\u202fVotre espace\u202f», puis «\u202fInviter un collègue\u202f».',
    own: 'Pour un de vos appareils\u00a0: sur le premier, ouvrez «\u202fVotre espace\u202f», puis «\u202fAjouter un de mes appareils\u202f».',
    first: 'Pour un nouvel espace\u00a0: la personne qui héberge Maillage vous donne un lien. Ouvrez-le ici.',
  },
  setUpTitle: 'Créer votre espace',
  setUpAbout: 'Vous en serez la direction, et pourrez inviter votre équipe.',
  inviteTitle: (space: string) => `Rejoindre ${space}`,
  inviteUntitled: 'Rejoindre un espace',
  fromAs: (name: string, role: string) => `${name} vous invite. Votre rôle\u00a0: ${role}.`,
  as: (role: string) => `Votre rôle\u00a0: ${role}.`,
  deviceTitle: (space: string) => `Relier cet appareil à ${space}`,
  deviceAbout: (name: string) =>
    `Vous y êtes ${name}. Cet appareil reçoit les fiches de l’équipe, et envoie les vôtres.`,
  spaceName: 'Nom de l’espace',
  spaceNameHint: 'Par exemple celui de votre campus ou de votre établissement.',
  spaceKind: 'Type d’espace',
  spaceKindNeeded: 'Choisissez ce qui convient.',
  name: 'Votre nom',
  nameHint: 'L’équipe le voit à côté de ce que vous notez.',
  needed: 'À remplir pour continuer.',
  use: 'Utiliser cet appareil',
  notedBefore: (name: string) => `Ce qui est déjà noté ici sera envoyé à ${name} sous votre nom.`,
  newSpace: 'l’espace',
  back: (space: string) => `Cet appareil revient dans ${space}\u00a0: ce qui attend ici sera envoyé.`,
  backBeside: (space: string) =>
    `Cet appareil revient dans ${space}\u00a0: ce qui y attendait sera envoyé. Ce qui est noté ici reste à part.`,
  beside: (space: string) =>
    `Cet appareil est déjà dans ${space}. Le nouvel espace s’ouvre à côté\u00a0: rien n’est mélangé, et ce qui est noté reste où il est.`,
  examples: 'Vous regardez les exemples. Quittez-les pour relier cet appareil.',
  leaveExamples: 'Quitter les exemples',
  ios: {
    title: 'Installez d’abord',
    about:
      'Sur iPhone et iPad, l’application installée a son propre carnet\u00a0: ce qui est noté dans ce navigateur n’y arrive pas.',
    steps: {
      install: 'Installez Maillage sur l’écran d’accueil.',
      open: 'Ouvrez-le depuis l’écran d’accueil, puis Réglages et «\u202fVotre espace\u202f».',
      type: 'Tapez-y ce code\u00a0:',
    },
    yourCode: 'Votre code',
    install: 'Comment installer',
    anyway: 'Utiliser quand même ce navigateur',
  },
})
