import type { ask as french } from '../../../domain/records/ask.ts'
import type { RecordWords } from '../../record-words.ts'

export const ask: RecordWords<typeof french> = {
  label: 'Request',
  plural: 'Requests made',
  fields: {
    organisation: 'Organisation',
    need: 'Need',
    outcome: {
      label: 'Outcome',
      options: { calling: 'Call under way', promised: 'Promised', refused: 'Refused', callBack: 'To call back' },
    },
    places: { label: 'How many', options: { one: 'promised', other: 'promised' } },
    reason: {
      label: 'Why refused',
      options: {
        full: 'No place left',
        noTutor: 'No tutor',
        activity: 'Too little work',
        dates: 'The dates',
        badExperience: 'A bad experience',
        other: 'Other',
      },
    },
    callBackOn: 'To call back on',
    by: 'Who calls',
    school: 'School',
    askedAt: 'When',
    notes: { label: 'Notes', hint: 'Facts only' },
  },
}
