import { section } from '../section.ts'

export const install = section('install', {
  title: 'Installer Maillage',
  why: 'Une fois installé, Maillage s’ouvre d’un geste depuis l’écran d’accueil, même sans réseau.',
  installed: 'Maillage est installé. Ouvrez-le depuis l’écran d’accueil.',
  act: 'Installer',
  accepted: 'Installation en cours',
  declined: 'Pas installé. Vous pourrez le faire plus tard, ici ou dans les Réglages.',
  ios: {
    before:
      'Installez avant de noter\u00a0: l’application installée a son propre carnet. Ce qui est noté dans le navigateur y reste.',
    steps: 'En trois gestes',
    share: 'Touchez Partager',
    shareHint: 'Le bouton est en bas ou en haut de l’écran. Il peut être caché derrière «\u202f…\u202f».',
    home: 'Choisissez «\u202fSur l’écran d’accueil\u202f»',
    homeHint: 'Faites défiler la liste pour le trouver.',
    add: 'Touchez «\u202fAjouter\u202f»',
    addHint: 'Puis ouvrez Maillage depuis l’écran d’accueil.',
  },
  manual: {
    chromeAndroid:
      'Ouvrez le menu ⋮ en haut à droite, puis «\u202fAjouter à l’écran d’accueil\u202f» ou «\u202fInstaller\u202f».',
    samsung: 'Ouvrez le menu ≡ en bas à droite, puis «\u202fAjouter la page à\u202f», «\u202fÉcran d’accueil\u202f».',
    firefoxAndroid:
      'Ouvrez le menu ⋮, puis «\u202fAjouter l’application à l’écran d’accueil\u202f» ou «\u202fInstaller\u202f».',
    safariMac: 'Dans le menu Fichier, choisissez «\u202fAjouter au Dock\u202f».',
    edge: 'Ouvrez le menu … en haut à droite, puis «\u202fApplications\u202f», «\u202fInstaller ce site en tant qu’application\u202f».',
    chromeDesktop:
      'Cherchez le signe d’installation au bout de la barre d’adresse, ou ouvrez le menu ⋮, «\u202fCaster, enregistrer et partager\u202f», «\u202fInstaller la page en tant qu’application\u202f».',
    firefoxDesktop:
      'Firefox sur ordinateur n’installe pas toujours d’applications. Gardez Maillage en favori, ou ouvrez-le dans Edge ou Chrome.',
    other:
      'Ouvrez le menu du navigateur et cherchez «\u202fInstaller\u202f» ou «\u202fAjouter à l’écran d’accueil\u202f».',
  },
  open: 'Aller à l’accueil',
})
