/** The publics counted at an event; numbers only, never names. */
export const publics = {
  middleSchool: 'Collégiens',
  vocational: 'Élèves voie pro (CAP, bac pro)',
  general: 'Élèves techno et généraux',
  students: 'Étudiants (BTS et plus)',
  apprentices: 'Apprentis',
  adultLearners: 'Stagiaires, demandeurs d’emploi',
  dropouts: 'Décrocheurs, droit au retour',
  teachers: 'Enseignants',
  families: 'Familles',
  professionals: 'Professionnels',
} as const
