import type { need as french } from '../../../domain/records/need.ts'
import type { RecordWords } from '../../record-words.ts'

export const need: RecordWords<typeof french> = {
  label: 'Need',
  plural: 'Needs',
  fields: {
    kind: {
      label: 'What is needed',
      options: { places: 'Places in companies', jury: 'Jury members', speakers: 'Speakers' },
    },
    formation: 'Training course',
    className: { label: 'Class', hint: 'For instance 1MELEC2' },
    period: 'Period',
    number: { label: 'How many', options: { one: 'to find', other: 'to find' } },
    dueOn: 'By',
    school: 'School',
    notes: 'Notes',
  },
}
