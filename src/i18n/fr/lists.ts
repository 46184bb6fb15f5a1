import { section } from '../section.ts'

/** The lists that Pilotage leads to, and those under a record. */
export const lists = section('lists', {
  heading: 'Formations et partenariats',
  short: {
    asks: 'Sollicitations',
    formations: 'Formations',
    trainingPeriods: 'Périodes',
    placements: 'PFMP',
    jobOffers: 'Offres',
    taxes: 'Taxe',
  },
  all: 'Tout',
  clear: 'Tout montrer',
  none: 'Rien avec ces choix.',
  empty: {
    needs:
      'Aucun besoin encore. Dites combien de places il faut, pour quelle formation\u00a0: la liste d’appels se fait d’elle-même.',
    asks: 'Personne n’a encore été sollicité.',
    formations: 'Aucune formation encore. Ajoutez celles que l’on enseigne chez vous\u00a0: MELEC, AGOrA…',
    trainingPeriods: 'Aucune période encore. Ajoutez les PFMP de l’année\u00a0: elles paraîtront dans l’agenda.',
    placements: 'Rien encore. Notez combien d’élèves une structure a reçus, jamais leurs noms.',
    jobOffers: 'Aucune offre encore. Notez celles que les entreprises vous confient.',
    taxes: 'Rien encore. Notez à qui demander la taxe d’apprentissage, et ce qui est promis.',
    interventions: 'Aucune intervention encore\u00a0: cours, jurys, visites de classes, immersions.',
    sponsorships: 'Aucun parrainage encore.',
  },
  noteHere: 'Noter ici',
  noteAs: { taxes: 'Taxe' },
  add: 'Ajouter',
  periods: 'Périodes en entreprise',
  placements: 'PFMP et stages',
  tutored: 'PFMP et stages suivis comme tuteur',
  formations: 'Formations enseignées',
  needs: 'Places à trouver',
  noNeed: 'Rien à trouver pour l’instant.',
  noPeriod: 'Aucune période.',
  noPlacement: 'Aucun élève reçu.',
  running: (count: number) =>
    count === 1 ? '1\u00a0convention en cours sur\u00a03' : `${count}\u00a0conventions en cours sur\u00a03`,
  tooMany: 'Un tuteur en suit au plus trois à la fois.',
})
