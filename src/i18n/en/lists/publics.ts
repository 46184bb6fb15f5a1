import type { publics as french } from '../../../domain/lists/publics.ts'

export const publics: { readonly [K in keyof typeof french]: string } = {
  middleSchool: 'Lower secondary pupils',
  vocational: 'Vocational pupils (CAP, bac pro)',
  general: 'General and technological pupils',
  students: 'Students (BTS and above)',
  apprentices: 'Apprentices',
  adultLearners: 'Adult learners, jobseekers',
  dropouts: 'Early leavers, right to return',
  teachers: 'Teachers',
  families: 'Families',
  professionals: 'Professionals',
}
