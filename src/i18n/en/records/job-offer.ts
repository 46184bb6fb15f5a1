import type { jobOffer as french } from '../../../domain/records/job-offer.ts'
import type { RecordWords } from '../../record-words.ts'

export const jobOffer: RecordWords<typeof french> = {
  label: 'Job offer',
  plural: 'Job offers',
  fields: {
    title: 'Title',
    organisation: 'Organisation',
    contract: {
      label: 'Contract',
      options: {
        permanent: 'Permanent',
        fixedTerm: 'Fixed term',
        apprenticeship: 'Apprenticeship',
        professional: 'Professional training contract',
        seasonal: 'Seasonal',
        internship: 'Internship',
        other: 'Other',
      },
    },
    receivedOn: 'Received on',
    formation: 'Training course',
    passedTo: { label: 'Passed on to', hint: 'Classes, year groups' },
    beneficiaries: {
      label: 'Young people who benefited',
      hint: 'How many, never who',
      options: { one: 'young person', other: 'young people' },
    },
    closedOn: 'Closed on',
    notes: 'Notes',
  },
}
