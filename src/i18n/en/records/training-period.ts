import type { trainingPeriod as french } from '../../../domain/records/training-period.ts'
import type { RecordWords } from '../../record-words.ts'

export const trainingPeriod: RecordWords<typeof french> = {
  label: 'Period in companies',
  plural: 'Periods in companies',
  fields: {
    name: { label: 'Name', hint: 'For instance PFMP 1' },
    formation: 'Training course',
    classes: { label: 'Classes', hint: 'For instance 1MELEC2' },
    startsOn: 'From',
    endsOn: 'To',
    school: 'School',
    notes: 'Notes',
  },
}
