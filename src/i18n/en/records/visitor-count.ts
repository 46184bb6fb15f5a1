import type { visitorCount as french } from '../../../domain/records/visitor-count.ts'
import type { RecordWords } from '../../record-words.ts'
import { publics } from '../lists/publics.ts'

export const visitorCount: RecordWords<typeof french> = {
  label: 'Visitor count',
  plural: 'Visitor counts',
  fields: {
    event: 'Event',
    public: { label: 'Audience', options: publics },
    number: 'Number',
    at: 'Date and time',
  },
}
