/** Levels of diploma with today's number and the one before 2019, which people still say. */
export const levels = {
  preVocational: '3e prépa-métiers',
  cap: 'CAP (niveau 3, ex-V)',
  bac: 'Bac pro, BP, BMA, CS (niveau 4, ex-IV)',
  bts: 'BTS, DEUST, CS (niveau 5, ex-III)',
  bachelor: 'BUT, licence pro (niveau 6, ex-II)',
  master: 'Master, ingénieur (niveau 7, ex-I)',
  doctorate: 'Doctorat (niveau 8)',
  professionalTitle: 'Titre professionnel',
  continuing: 'Formation continue',
  other: 'Autre',
} as const
