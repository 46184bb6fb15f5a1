import type { interests as french } from '../../../domain/lists/interests.ts'

export const interests: { readonly [K in keyof typeof french]: string } = {
  placement: 'Work placement',
  apprenticeship: 'Apprenticeship',
  jury: 'Examination board',
  talk: 'Classroom talk',
  siteVisit: 'Site visit',
  teacherImmersion: 'Teacher placement',
  jobOffer: 'Job offer',
  taxe: 'Apprenticeship levy',
  equipment: 'Equipment loan or donation',
  agreement: 'Partnership agreement',
  copil: 'COPIL (steering committee)',
  sponsorship: 'Sponsorship',
  project: 'Educational project',
  mobility: 'International mobility',
  research: 'Research, innovation',
}
