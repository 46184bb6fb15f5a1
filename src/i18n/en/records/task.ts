import type { task as french } from '../../../domain/records/task.ts'
import type { RecordWords } from '../../record-words.ts'

export const task: RecordWords<typeof french> = {
  label: 'To do',
  plural: 'To do',
  fields: {
    title: 'What',
    kind: {
      label: 'Kind',
      options: {
        callBack: 'Call back',
        thank: 'Thank',
        send: 'Send',
        visit: 'Visit',
        agreement: 'Partnership agreement',
        offer: 'Offer to circulate',
        request: 'Request to answer',
        other: 'Other',
      },
    },
    dueOn: 'Due on',
    owner: 'Who',
    givenBy: 'Handed over by',
    person: 'Person',
    organisation: 'Organisation',
    event: 'Event',
    exchange: 'Interaction',
    ask: 'Request made',
    notes: 'Notes',
    doneAt: 'Done on',
  },
}
