import type { exchange as french } from '../../../domain/records/exchange.ts'
import type { RecordWords } from '../../record-words.ts'
import { interests } from '../lists/interests.ts'

export const exchange: RecordWords<typeof french> = {
  label: 'Interaction',
  plural: 'Interactions',
  fields: {
    kind: {
      label: 'Kind',
      options: {
        fair: 'Met at a fair',
        companyVisit: 'Company visit',
        placementVisit: 'Work placement (PFMP) visit',
        call: 'Call',
        email: 'E-mail',
        video: 'Video call',
        meeting: 'Meeting',
        reception: 'Received at the school',
        message: 'Message',
        other: 'Other interaction',
      },
    },
    at: 'Date and time',
    people: 'People',
    organisation: 'Organisation',
    event: 'Event',
    stand: 'Stand',
    subject: 'Subject',
    interests: { label: 'Interests', options: interests },
    report: { label: 'Report', hint: 'Facts only' },
    outcome: {
      label: 'Follow-up',
      options: {
        none: 'None',
        callBack: 'Call back',
        sendDocument: 'Send a document',
        visit: 'Visit',
        agreement: 'Partnership agreement',
        offer: 'Offer',
      },
    },
    direction: { label: 'Direction', options: { incoming: 'Incoming', outgoing: 'Outgoing' } },
    minutes: 'Duration (min)',
    author: 'Noted by',
    latitude: 'Latitude',
    longitude: 'Longitude',
  },
}
