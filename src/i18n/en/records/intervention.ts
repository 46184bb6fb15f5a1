import type { intervention as french } from '../../../domain/records/intervention.ts'
import type { RecordWords } from '../../record-words.ts'

export const intervention: RecordWords<typeof french> = {
  label: 'Contribution',
  plural: 'Contributions',
  fields: {
    kind: {
      label: 'Kind',
      options: {
        lesson: 'Lesson',
        jury: 'Jury, exam',
        classVisit: 'Visit of a class to a company',
        immersion: 'Teachers’ immersion',
        presentation: 'Presentation of a trade',
        mentoring: 'Mentoring',
      },
    },
    heldOn: 'On',
    organisation: 'Organisation',
    person: 'Person',
    formation: 'Training course',
    className: { label: 'Class', hint: 'For instance 1MELEC2' },
    learners: {
      label: 'Learners',
      hint: 'How many, never who',
      options: { one: 'learner', other: 'learners' },
    },
    school: 'School',
    notes: 'Notes',
  },
}
