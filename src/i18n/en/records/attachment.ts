import type { attachment as french } from '../../../domain/records/attachment.ts'
import type { RecordWords } from '../../record-words.ts'

export const attachment: RecordWords<typeof french> = {
  label: 'Attachment',
  plural: 'Attachments',
  fields: {
    name: 'Name',
    kind: { label: 'Kind', options: { photo: 'Photo', businessCard: 'Business card', document: 'Document' } },
    mediaType: 'File format',
    size: 'Size',
    sha: 'Fingerprint',
    width: 'Width',
    height: 'Height',
    person: 'Person',
    organisation: 'Organisation',
    exchange: 'Interaction',
    event: 'Event',
  },
}
