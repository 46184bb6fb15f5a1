import type { levels as french } from '../../../domain/lists/levels.ts'

export const levels: { readonly [K in keyof typeof french]: string } = {
  preVocational: '3e prépa-métiers (pre-vocational)',
  cap: 'CAP (level 3, formerly V)',
  bac: 'Bac pro, BP, BMA, CS (level 4, formerly IV)',
  bts: 'BTS, DEUST, CS (level 5, formerly III)',
  bachelor: 'BUT, licence pro (level 6, formerly II)',
  master: 'Master, engineer (level 7, formerly I)',
  doctorate: 'Doctorate (level 8)',
  professionalTitle: 'Professional title',
  continuing: 'Continuing education',
  other: 'Other',
}
