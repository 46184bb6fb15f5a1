import type { placement as french } from '../../../domain/records/placement.ts'
import type { RecordWords } from '../../record-words.ts'

export const placement: RecordWords<typeof french> = {
  label: 'Placement',
  plural: 'Placements',
  fields: {
    organisation: 'Host organisation',
    kind: {
      label: 'Kind',
      options: {
        pfmp: 'PFMP (placement of a diploma)',
        observation: 'Observation',
        internship: 'Internship',
        apprenticeship: 'Apprenticeship',
        miniPlacement: 'Short taster',
      },
    },
    formation: 'Training course',
    className: { label: 'Class', hint: 'For instance 1MELEC2' },
    period: 'Period',
    startsOn: 'From',
    endsOn: 'To',
    number: { label: 'Pupils', hint: 'How many, never who', options: { one: 'pupil', other: 'pupils' } },
    places: 'Places offered',
    tutor: 'Tutor',
    school: 'School',
    teacher: 'Teacher in charge',
    signed: 'Agreements signed',
    visitedOn: 'Visited on',
    again: { label: 'Would host again', options: { yes: 'Yes', no: 'No', toSee: 'To be seen' } },
    quality: {
      label: 'Quality of the welcome',
      options: { poor: 'Poor', fair: 'Fair', good: 'Good', excellent: 'Very good' },
    },
    conditions: {
      label: 'Conditions',
      options: {
        regulatedWork: 'Regulated work, exemption',
        meals: 'Meals',
        transport: 'Transport',
        protection: 'Protective equipment',
      },
    },
    conditionsNote: 'More about the conditions',
    difficulties: 'Difficulties met',
    liftedBy: 'How they were overcome',
    notes: { label: 'Notes', hint: 'Facts only, no pupil’s name' },
  },
}
