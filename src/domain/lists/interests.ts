/** What somebody met is interested in: one tap each at the stand. */
export const interests = {
  placement: 'PFMP, stage',
  apprenticeship: 'Apprentissage',
  jury: 'Jury d’examen',
  talk: 'Intervention en classe',
  siteVisit: 'Visite de site',
  teacherImmersion: 'Immersion enseignants',
  jobOffer: 'Offre d’emploi',
  taxe: 'Taxe d’apprentissage',
  equipment: 'Prêt, don de matériel',
  agreement: 'Convention de partenariat',
  copil: 'COPIL',
  sponsorship: 'Parrainage',
  project: 'Projet pédagogique',
  mobility: 'Mobilité internationale',
  research: 'Recherche, innovation',
} as const
